package org.dangwu.debriefing.scope;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dangwu.debriefing.DebriefCommittees;
import org.dangwu.organization.Organization;
import org.dangwu.organization.OrganizationKind;
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
 * Who starts a debriefing: the committee that hears it, by its secretary or its organisation
 * department; once a year (C01). Without a figure for the share of 好 it does not start, because no
 * national figure exists that could be taken instead (C15).
 */
@Component
class DebriefStart implements StartRule {

  /** Share of 好 that must not be exceeded, in percent. */
  static final String MAX_GOOD_PERCENT = "debrief.maxGoodPercent";

  private static final List<String> STARTERS =
      List.of(CaseRoles.ORGANIZERS, CaseRoles.COMMITTEE_SECRETARY);
  private static final Set<OrganizationKind> ORGANIZERS =
      Set.of(
          OrganizationKind.COMMITTEE,
          OrganizationKind.PARTY_GROUP,
          OrganizationKind.AGENCY_COMMITTEE);
  private static final Set<Role> POSTS = Set.of(Role.PRINCIPAL, Role.SECRETARY, Role.OFFICE);

  private final Organizations organizations;
  private final CaseRoles roles;
  private final DebriefCommittees committees;
  private final ScopeList scope;
  private final Parameters parameters;
  private final Clock clock;

  DebriefStart(
      Organizations organizations,
      CaseRoles roles,
      DebriefCommittees committees,
      ScopeList scope,
      Parameters parameters,
      Clock clock) {
    this.organizations = organizations;
    this.roles = roles;
    this.committees = committees;
    this.scope = scope;
    this.parameters = parameters;
    this.clock = clock;
  }

  @Override
  public ProcedureKind kind() {
    return ProcedureKind.DEBRIEFING;
  }

  @Override
  public StartCheck check(Organization organizer, int year, String userId) {
    if (!ORGANIZERS.contains(organizer.kind())) {
      return StartCheck.no(
          "述职评议考核由上一级党委（党组）、工委组织，“%s”不是党委（党组）、工委，请选择组织者。".formatted(organizer.name()));
    }
    if (userId != null && !roles.holdsAny(userId, organizer.code(), STARTERS)) {
      return StartCheck.no(
          "述职评议考核由%s的书记或者组织部门（没有组织部门的，办公室）人员启动，请联系上述人员。".formatted(organizer.name()));
    }
    List<ScopeList.InScope> below = scope.of(organizer);
    if (below.isEmpty()) {
      return StartCheck.no("%s下一级没有列入述职范围的党组织，不需要启动。有遗漏的，请先在组织名册中登记。".formatted(organizer.name()));
    }
    if (below.stream().allMatch(found -> found.secretary().isEmpty())) {
      return StartCheck.no("%s下一级党组织都没有登记书记（主要负责人），没有述职对象，请先在组织名册中登记。".formatted(organizer.name()));
    }
    return missingHands(organizer)
        .or(() -> missingRatio(organizer, year))
        .map(StartCheck::no)
        .orElseGet(StartCheck::yes);
  }

  @Override
  public List<Organization> offeredTo(String userId) {
    return Stream.concat(
            roles.servedByOrganizationDepartment(userId).stream(),
            organizations.positionsOf(userId).stream()
                .filter(position -> POSTS.contains(position.role()))
                .map(Position::organization)
                .map(organizations::get))
        .distinct()
        .filter(organizer -> ORGANIZERS.contains(organizer.kind()))
        .filter(organizer -> roles.holdsAny(userId, organizer.code(), STARTERS))
        .filter(organizer -> !scope.of(organizer).isEmpty())
        .toList();
  }

  @Override
  public Set<String> facts(Organization organizer, String userId) {
    return Set.of();
  }

  @Override
  public String hint(Organization organizer, int year) {
    return "在年底或者次年年初进行；述职对象是下一级党组织书记。";
  }

  /** In the first months the debriefing of the year before is due (C01). */
  @Override
  public int offeredYear(int thisYear) {
    return LocalDate.now(clock).getMonth().compareTo(Month.MARCH) <= 0 ? thisYear - 1 : thisYear;
  }

  /** Steps are addressed to roles; a role that nobody holds would let the run wait for ever. */
  private Optional<String> missingHands(Organization organizer) {
    if (committees.secretary(organizer.code()).isEmpty()) {
      return Optional.of("%s没有登记书记（主要负责人），方案和等次无人审定，请先在组织名册中登记。".formatted(organizer.name()));
    }
    boolean nobody =
        organizations.organizers(organizer.code()).isEmpty()
            && organizations.holders(Role.OFFICE, organizer.code()).isEmpty();
    return nobody
        ? Optional.of("%s没有登记组织部门工作人员或者办公室人员，有关环节将无人办理，请先在组织名册中登记。".formatted(organizer.name()))
        : Optional.empty();
  }

  private Optional<String> missingRatio(Organization organizer, int year) {
    return parameters.figure(MAX_GOOD_PERCENT, organizer.code(), year).isPresent()
        ? Optional.empty()
        : Optional.of(
            "%s%d年度尚未设定评为“好”的最高比例，不能启动。全国办法只要求“较好”及以下等次占一定比例，没有规定全国统一的数值；请%s在“参数”页面“述职评议考核”一栏设定后再启动。"
                .formatted(organizer.name(), year, whoSets(organizer)));
  }

  private String whoSets(Organization organizer) {
    return organizations
        .organizers(organizer.code())
        .or(() -> organizations.superiorOrganizationDepartment(organizer.code()))
        .map(Organization::name)
        .orElse("上级组织部门");
  }
}
