package org.dangwu.memberreview.year;

import java.util.List;
import java.util.Set;
import org.dangwu.organization.Organization;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Position;
import org.dangwu.organization.Role;
import org.dangwu.procedure.CaseRoles;
import org.dangwu.procedure.ProcedureKind;
import org.dangwu.procedure.StartCheck;
import org.dangwu.procedure.StartRule;
import org.springframework.stereotype.Component;

/**
 * Who starts the year for all branches of a grass-roots committee: its secretary or office (B01).
 */
@Component
class ReviewYearStart implements StartRule {

  private static final Set<Role> STARTERS = Set.of(Role.OFFICE, Role.SECRETARY, Role.PRINCIPAL);

  private final Organizations organizations;
  private final CaseRoles roles;
  private final Branches branches;

  ReviewYearStart(Organizations organizations, CaseRoles roles, Branches branches) {
    this.organizations = organizations;
    this.roles = roles;
    this.branches = branches;
  }

  @Override
  public ProcedureKind kind() {
    return ProcedureKind.MEMBER_REVIEW_YEAR;
  }

  @Override
  public StartCheck check(Organization committee, int year, String userId) {
    String code = committee.code();
    if (branches.of(committee).isEmpty()) {
      return StartCheck.no(committee.name() + "没有所属党支部，请核对组织编码，由基层党委启动。");
    }
    if (userId != null
        && !roles.holdsAny(userId, code, Set.of(CaseRoles.BASE_OFFICE, CaseRoles.BASE_SECRETARY))) {
      return StartCheck.no("只有%s的书记或者承办人可以启动，请联系他们。".formatted(committee.name()));
    }
    if (organizations.holders(Role.OFFICE, code).isEmpty()) {
      return StartCheck.no(committee.name() + "没有登记承办人（办公室），请先在组织名册中登记。");
    }
    if (organizations.holders(Role.SECRETARY, code).isEmpty()
        && organizations.holders(Role.PRINCIPAL, code).isEmpty()) {
      return StartCheck.no(committee.name() + "的书记空缺，请先在组织名册中登记。");
    }
    return StartCheck.yes();
  }

  @Override
  public List<Organization> offeredTo(String userId) {
    return organizations.positionsOf(userId).stream()
        .filter(position -> STARTERS.contains(position.role()))
        .map(Position::organization)
        .distinct()
        .map(organizations::get)
        .filter(committee -> !branches.of(committee).isEmpty())
        .toList();
  }

  @Override
  public Set<String> facts(Organization committee, String userId) {
    return Set.of();
  }

  @Override
  public String hint(Organization committee, int year) {
    return "部署所属各党支部开展民主评议党员，一般每年一次，可以同组织生活会一并进行。";
  }
}
