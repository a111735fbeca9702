package org.dangwu.notification;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dangwu.organization.LeadingMember;
import org.dangwu.organization.Organization;
import org.dangwu.organization.OrganizationKind;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.People;
import org.dangwu.organization.Person;
import org.dangwu.organization.Role;
import org.dangwu.procedure.CaseRoles;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureCases;
import org.dangwu.procedure.ProcedureKind;
import org.dangwu.procedure.RosterEntry;
import org.dangwu.procedure.Rosters;
import org.springframework.stereotype.Component;

/** Finds the people behind a {@link RecipientKind}: whoever holds the role today. */
@Component
class RecipientResolver {

  private final Organizations organizations;
  private final People people;
  private final ProcedureCases cases;
  private final Rosters rosters;
  private final CaseRoles roles;

  RecipientResolver(
      Organizations organizations,
      People people,
      ProcedureCases cases,
      Rosters rosters,
      CaseRoles roles) {
    this.organizations = organizations;
    this.people = people;
    this.cases = cases;
    this.rosters = rosters;
    this.roles = roles;
  }

  /** User ids; empty when nobody holds the role. */
  List<String> resolve(RecipientKind kind, Announcement announcement) {
    String body = announcement.organization();
    return switch (kind) {
      case OFFICE -> organizations.holders(Role.OFFICE, body);
      case RECORDER -> organizations.holders(Role.RECORDER, body);
      case PRINCIPAL ->
          appraisedBy(announcement).isPresent()
              ? committeeSecretary(body)
              : organizations.holders(Role.PRINCIPAL, body);
      case SECRETARY -> organizations.holders(Role.SECRETARY, body);
      case COMMITTEE -> organizations.holders(Role.COMMITTEE, body);
      case BRANCH_MEMBERS -> branchMembers(body);
      case BASE_OFFICE -> holders(Role.OFFICE, organizations.baseCommittee(body));
      case BASE_SECRETARY -> baseSecretaries(organizations.baseCommittee(body));
      case ARCHIVIST -> organizations.holders(Role.ARCHIVIST, body);
      case MEMBERS -> members(announcement);
      case SUPERIOR_OFFICE -> holders(Role.OFFICE, organizations.superior(body));
      case SUPERIOR_PRINCIPAL -> holders(Role.PRINCIPAL, organizations.superior(body));
      case SUPERIOR_ORGANIZATION_STAFF -> superiorDepartment(Role.STAFF, announcement);
      case SUPERIOR_ORGANIZATION_HEAD -> superiorDepartment(Role.HEAD, announcement);
      case SUPERIOR_DISCIPLINE_STAFF ->
          holders(Role.STAFF, organizations.superiorDisciplineCommission(body));
      case SUPERIOR_DISCIPLINE_HEAD ->
          holders(Role.HEAD, organizations.superiorDisciplineCommission(body));
      case ORGANIZATION_STAFF -> holders(Role.STAFF, roles.organizationDepartment(body));
      case ORGANIZATION_HEAD -> holders(Role.HEAD, roles.organizationDepartment(body));
      case ORGANIZERS -> organizers(body);
      case SUPERIOR_ORGANIZERS ->
          organizations
              .superior(body)
              .map(superior -> organizers(superior.code()))
              .orElse(List.of());
      case COMMITTEE_SECRETARY -> committeeSecretary(body);
      case DISCIPLINE_STAFF -> holders(Role.STAFF, disciplineCommission(body));
      case PERSON -> Optional.ofNullable(announcement.subjectPerson()).stream().toList();
      case STARTER ->
          Optional.ofNullable(announcement.caseId())
              .flatMap(cases::find)
              .map(ProcedureCase::startedBy)
              .stream()
              .toList();
    };
  }

  /**
   * The committee that appraises the secretary of the body, when the announcement is of its run.
   */
  private Optional<String> appraisedBy(Announcement announcement) {
    return Optional.ofNullable(announcement.caseId())
        .flatMap(cases::find)
        .filter(run -> run.kind() == ProcedureKind.DEBRIEFING)
        .map(ProcedureCase::organization)
        .filter(committee -> !committee.equals(announcement.organization()));
  }

  /** The superior of a body is, in a debriefing, the committee that appraises its secretary. */
  private List<String> superiorDepartment(Role role, Announcement announcement) {
    return appraisedBy(announcement)
        .map(this::organizers)
        .orElseGet(
            () ->
                holders(
                    role,
                    organizations.superiorOrganizationDepartment(announcement.organization())));
  }

  private List<String> committeeSecretary(String body) {
    return Stream.of(Role.PRINCIPAL, Role.SECRETARY)
        .flatMap(role -> organizations.holders(role, body).stream())
        .distinct()
        .toList();
  }

  /**
   * Staff of the body's own organisation department, its head where it has none, else its office.
   */
  private List<String> organizers(String body) {
    return organizations
        .organizers(body)
        .map(
            department ->
                Stream.of(Role.STAFF, Role.HEAD)
                    .map(role -> organizations.holders(role, department.code()))
                    .filter(holders -> !holders.isEmpty())
                    .findFirst()
                    .orElse(List.of()))
        .orElseGet(() -> organizations.holders(Role.OFFICE, body));
  }

  /** The body's own discipline commission; a body without one turns to its superior's. */
  private Optional<Organization> disciplineCommission(String body) {
    return organizations.children(body).stream()
        .filter(child -> child.kind() == OrganizationKind.DISCIPLINE_COMMISSION)
        .findFirst()
        .or(() -> organizations.superiorDisciplineCommission(body));
  }

  /** Members of the branch and of its groups, as they are registered today. */
  private List<String> branchMembers(String branch) {
    return Stream.concat(
            Stream.of(branch),
            organizations.children(branch).stream()
                .filter(child -> child.kind() == OrganizationKind.MEMBER_GROUP)
                .map(Organization::code))
        .flatMap(code -> people.membersOf(code).stream())
        .map(Person::id)
        .distinct()
        .toList();
  }

  /** A grass-roots committee is headed by a secretary or by its principal, as its kind has it. */
  private List<String> baseSecretaries(Optional<Organization> committee) {
    return Stream.of(Role.SECRETARY, Role.PRINCIPAL)
        .flatMap(role -> holders(role, committee).stream())
        .distinct()
        .toList();
  }

  private List<String> holders(Role role, Optional<Organization> organization) {
    return organization.map(found -> organizations.holders(role, found.code())).orElse(List.of());
  }

  /** Those due according to the frozen roster; before it is frozen, today's leading body. */
  private List<String> members(Announcement announcement) {
    List<RosterEntry> frozen =
        announcement.caseId() == null ? List.of() : rosters.of(announcement.caseId());
    return frozen.isEmpty()
        ? organizations.leadingBody(announcement.organization()).stream()
            .map(LeadingMember::personId)
            .toList()
        : frozen.stream().map(RosterEntry::personId).toList();
  }
}
