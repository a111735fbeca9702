package org.dangwu.dossier.casefile;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.dangwu.engine.Unrestricted;
import org.dangwu.organization.Organization;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.People;
import org.dangwu.organization.Person;
import org.dangwu.organization.Role;
import org.dangwu.procedure.CaseRoles;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureCases;
import org.dangwu.procedure.Rosters;
import org.springframework.stereotype.Component;

/** The case directory as the registers of procedures and organisations know it. */
@Component
class CaseRecords implements CaseDirectory {

  private final ProcedureCases cases;
  private final Rosters rosters;
  private final Organizations organizations;
  private final People people;
  private final CaseRoles roles;
  private final HistoryService history;
  private final Unrestricted unrestricted;

  CaseRecords(
      ProcedureCases cases,
      Rosters rosters,
      Organizations organizations,
      People people,
      CaseRoles roles,
      HistoryService history,
      Unrestricted unrestricted) {
    this.cases = cases;
    this.rosters = rosters;
    this.organizations = organizations;
    this.people = people;
    this.roles = roles;
    this.history = history;
    this.unrestricted = unrestricted;
  }

  @Override
  public Optional<CaseFacts> find(String caseId) {
    return cases.find(caseId).map(this::facts);
  }

  @Override
  public Map<String, String> names(Collection<String> userIds) {
    Map<String, String> names = new HashMap<>(people.names(userIds));
    // A superior's run has documents about bodies, named by their code.
    names.replaceAll(
        (id, name) ->
            name.equals(id) ? organizations.find(id).map(Organization::name).orElse(id) : name);
    return names;
  }

  @Override
  public List<String> holders(CaseFacts facts, String role) {
    return switch (role) {
      case "member" -> holders(facts.organization(), Role.DEPUTY, Role.MEMBER);
      case "orgDepartment" -> holders(facts.organizationDepartment(), Role.HEAD, Role.STAFF);
      case "discipline" -> holders(facts.discipline(), Role.HEAD, Role.STAFF);
      case "superior" -> holders(facts.superior(), Role.PRINCIPAL, Role.OFFICE);
      case "baseSecretary" -> holders(facts.baseCommittee(), Role.SECRETARY, Role.PRINCIPAL);
      case "baseOffice" -> holders(facts.baseCommittee(), Role.OFFICE);
      case "archivist" ->
          holders(
              Objects.requireNonNullElse(facts.baseCommittee(), facts.organization()),
              Role.ARCHIVIST);
      default -> Role.ofId(role).map(own -> holders(facts.organization(), own)).orElse(List.of());
    };
  }

  @Override
  public Set<String> people(CaseFacts facts) {
    return Stream.concat(
            Stream.of(facts.organization()),
            organizations.below(facts.organization()).stream().map(Organization::code))
        .flatMap(code -> people.membersOf(code).stream())
        .map(Person::name)
        .collect(Collectors.toSet());
  }

  private List<String> holders(String organization, Role... roles) {
    if (organization == null) {
      return List.of();
    }
    List<String> ids =
        Arrays.stream(roles)
            .flatMap(role -> organizations.holders(role, organization).stream())
            .distinct()
            .toList();
    Map<String, String> names = people.names(ids);
    return ids.stream().map(id -> names.getOrDefault(id, id)).toList();
  }

  @Override
  public List<RosterRow> roster(String caseId) {
    return rosters.of(caseId).stream()
        .map(entry -> new RosterRow(entry.rank(), entry.name(), entry.title()))
        .toList();
  }

  @Override
  public String organizationName(String code) {
    return code == null ? "" : organizations.find(code).map(Organization::name).orElse(code);
  }

  @Override
  public String signatory(CaseFacts facts, String author) {
    return Stream.of(
            facts.organization(),
            facts.superior(),
            facts.organizationDepartment(),
            facts.discipline())
        .filter(Objects::nonNull)
        .filter(code -> holdsAnyRole(author, code))
        .findFirst()
        .map(this::organizationName)
        .orElse(facts.organizationName());
  }

  private boolean holdsAnyRole(String person, String organization) {
    return Arrays.stream(Role.values())
        .anyMatch(role -> organizations.holders(role, organization).contains(person));
  }

  @Override
  public Map<String, Object> variables(String caseId) {
    return cases
        .find(caseId)
        .map(ProcedureCase::processInstanceId)
        .map(this::variablesOfInstance)
        .orElse(Map.of());
  }

  /** Read from history, which knows them while the instance runs and after it has ended. */
  private Map<String, Object> variablesOfInstance(String processInstanceId) {
    return unrestricted.call(
        () -> {
          Map<String, Object> variables = new HashMap<>();
          for (HistoricVariableInstance variable :
              history
                  .createHistoricVariableInstanceQuery()
                  .processInstanceId(processInstanceId)
                  .variableNameIn("theme", "meetingDate")
                  .list()) {
            variables.put(variable.getName(), variable.getValue());
          }
          return variables;
        });
  }

  private CaseFacts facts(ProcedureCase found) {
    String code = found.organization();
    return new CaseFacts(
        found.caseId(),
        found.organizationName() + found.title(),
        found.title(),
        code,
        found.organizationName(),
        found.year(),
        found.processInstanceId(),
        organizations.superior(code).map(Organization::code).orElse(null),
        department(found).map(Organization::code).orElse(null),
        commission(found).map(Organization::code).orElse(null),
        organizations.baseCommittee(code).map(Organization::code).orElse(null));
  }

  /** A run that guides the bodies below is handled by the organisation's own departments. */
  private Optional<Organization> department(ProcedureCase found) {
    return found.kind().guidesBodiesBelow()
        ? roles.organizationDepartment(found.organization())
        : organizations.superiorOrganizationDepartment(found.organization());
  }

  private Optional<Organization> commission(ProcedureCase found) {
    return found.kind().guidesBodiesBelow()
        ? roles.disciplineCommission(found.organization())
        : organizations.superiorDisciplineCommission(found.organization());
  }
}
