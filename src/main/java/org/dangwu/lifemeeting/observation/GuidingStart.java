package org.dangwu.lifemeeting.observation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dangwu.organization.Organization;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Role;
import org.dangwu.procedure.CaseRoles;
import org.dangwu.procedure.StartCheck;
import org.dangwu.procedure.StartRule;
import org.springframework.stereotype.Component;

/**
 * Who starts what a superior does for all bodies below it: its organisation department, when there
 * are bodies to do it for and somebody to do each step.
 */
@Component
public class GuidingStart {

  private final Organizations organizations;
  private final CaseRoles roles;
  private final BodiesBelow bodies;

  GuidingStart(Organizations organizations, CaseRoles roles, BodiesBelow bodies) {
    this.organizations = organizations;
    this.roles = roles;
    this.bodies = bodies;
  }

  /** See {@link StartRule#check}. */
  public StartCheck check(Organization superior, String userId) {
    String code = superior.code();
    if (userId != null
        && !roles.holdsAny(userId, code, Set.of(CaseRoles.ORGANIZATION_DEPARTMENT))) {
      return StartCheck.no("只有%s组织部门的人员可以启动，请联系组织部门。".formatted(superior.name()));
    }
    if (bodies.of(code).isEmpty()) {
      return StartCheck.no(superior.name() + "没有所属领导班子，请先在组织名册中登记。");
    }
    if (organizations.holders(Role.PRINCIPAL, code).isEmpty()) {
      return StartCheck.no(superior.name() + "的主要负责人空缺，请先在组织名册中登记。");
    }
    Optional<Organization> department = roles.organizationDepartment(code);
    if (department.isEmpty()
        || organizations.holders(Role.STAFF, department.get().code()).isEmpty()) {
      return StartCheck.no(superior.name() + "没有登记组织部门或其工作人员，有关环节将无人办理，请先补全组织名册。");
    }
    return StartCheck.yes();
  }

  /** See {@link StartRule#offeredTo}. */
  public List<Organization> offeredTo(String userId) {
    return roles.servedByOrganizationDepartment(userId).stream()
        .filter(superior -> !bodies.of(superior.code()).isEmpty())
        .toList();
  }
}
