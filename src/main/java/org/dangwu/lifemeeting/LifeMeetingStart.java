package org.dangwu.lifemeeting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dangwu.organization.Organization;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Position;
import org.dangwu.organization.Role;
import org.dangwu.procedure.CaseRoles;
import org.dangwu.procedure.Parameters;
import org.dangwu.procedure.ProcedureKind;
import org.dangwu.procedure.StartCheck;
import org.dangwu.procedure.StartRule;
import org.springframework.stereotype.Component;

/**
 * Who starts the life meeting of a body (A01), and whether every step will find somebody to do it.
 */
@Component
class LifeMeetingStart implements StartRule {

  private static final Set<Role> STARTERS = Set.of(Role.PRINCIPAL, Role.RECORDER, Role.OFFICE);
  private static final List<String> STARTING_ROLES =
      List.of("principal", "recorder", "office", CaseRoles.SUPERIOR_ORGANIZATION);

  private static final Set<String> BODYS_FACTS =
      Set.of("meetingDate", SpecialRuns.TRIGGER, SpecialRuns.REFERENCE);

  /** What only the superior decides, so that a body cannot give itself a theme. */
  private static final Set<String> SUPERIORS_FACTS =
      Stream.concat(
              BODYS_FACTS.stream(),
              Stream.of("themeSource", "theme", "windowStart", "windowEnd", "yearCaseId"))
          .collect(Collectors.toUnmodifiableSet());

  private final Organizations organizations;
  private final CaseRoles roles;
  private final Parameters parameters;

  LifeMeetingStart(Organizations organizations, CaseRoles roles, Parameters parameters) {
    this.organizations = organizations;
    this.roles = roles;
    this.parameters = parameters;
  }

  @Override
  public ProcedureKind kind() {
    return ProcedureKind.LIFE_MEETING;
  }

  @Override
  public StartCheck check(Organization body, int year, String userId) {
    if (userId != null && !roles.holdsAny(userId, body.code(), STARTING_ROLES)) {
      return StartCheck.no("只有%s的主要负责人、记录人、办公室人员，或者上级组织部门人员可以启动，请联系上述人员。".formatted(body.name()));
    }
    if (organizations.leadingBody(body.code()).isEmpty()) {
      return StartCheck.no(body.name() + "没有登记领导班子成员，请先在组织名册中登记任职。");
    }
    return missingHands(body).map(StartCheck::no).orElseGet(StartCheck::yes);
  }

  @Override
  public List<Organization> offeredTo(String userId) {
    return organizations.positionsOf(userId).stream()
        .filter(position -> STARTERS.contains(position.role()))
        .map(Position::organization)
        .distinct()
        .filter(code -> !organizations.leadingBody(code).isEmpty())
        .map(organizations::get)
        .toList();
  }

  @Override
  public Optional<String> specialPage(String userId) {
    return mayCallForSpecial(userId).isEmpty()
        ? Optional.empty()
        : Optional.of(SpecialMeetingPage.PATH);
  }

  /** The bodies for which this person may report that a special meeting is required (A03). */
  List<Organization> mayCallForSpecial(String userId) {
    Stream<Organization> below =
        roles.servedByOrganizationDepartment(userId).stream()
            .flatMap(served -> organizations.below(served.code()).stream())
            .filter(body -> body.kind().hasLeadingBody())
            .filter(body -> !organizations.leadingBody(body.code()).isEmpty());
    return Stream.concat(offeredTo(userId).stream(), below).distinct().toList();
  }

  @Override
  public Set<String> facts(Organization body, String userId) {
    boolean superior =
        userId == null
            || roles.holdsAny(userId, body.code(), List.of(CaseRoles.SUPERIOR_ORGANIZATION));
    return superior ? SUPERIORS_FACTS : BODYS_FACTS;
  }

  @Override
  public Map<String, Object> knownFacts(Organization body, boolean special) {
    // with the post vacant the superior designates the chair (E07)
    boolean vacant = organizations.holders(Role.PRINCIPAL, body.code()).isEmpty();
    return Map.of(
        "meetingKind",
        special ? "SPECIAL" : "ANNUAL",
        "chairStatus",
        vacant ? "VACANT" : "IN_OFFICE");
  }

  @Override
  public String hint(Organization body, int year) {
    return "一般安排在第四季度（10月至12月）。" + planHint(body, year);
  }

  String planHint(Organization body, int year) {
    return "会议方案须提前%d日报上级审核，请留足时间。"
        .formatted(parameters.number("dlm.planLeadDays", body.code(), year));
  }

  /** Steps are addressed to roles; a role that nobody holds would let the run wait for ever. */
  private Optional<String> missingHands(Organization body) {
    String code = body.code();
    Optional<Organization> department = organizations.superiorOrganizationDepartment(code);
    Optional<Organization> commission = organizations.superiorDisciplineCommission(code);
    if (department.isEmpty() || commission.isEmpty()) {
      return Optional.of(body.name() + "的上级没有登记组织部门或纪检机关，方案和报告无处报送，请先补全组织名册。");
    }
    return Stream.of(
            unheld(Role.RECORDER, body),
            unheld(Role.OFFICE, body),
            unheld(Role.STAFF, department.get()),
            unheld(Role.STAFF, commission.get()),
            organizations.superior(code).flatMap(superior -> unheld(Role.OFFICE, superior)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<String> unheld(Role role, Organization organization) {
    return organizations.holders(role, organization.code()).isEmpty()
        ? Optional.of("%s没有登记%s，有关环节将无人办理，请先在组织名册中登记。".formatted(organization.name(), role.label()))
        : Optional.empty();
  }
}
