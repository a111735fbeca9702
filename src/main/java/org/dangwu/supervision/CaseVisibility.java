package org.dangwu.supervision;

import java.util.Set;
import org.dangwu.organization.Organization;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Role;
import org.dangwu.procedure.ProcedureCase;
import org.springframework.stereotype.Component;

/**
 * Who may see how far a run is: those of the body, its superior's departments, and who started it.
 */
@Component
class CaseVisibility {

  private static final Set<Role> OF_THE_BODY =
      Set.of(Role.PRINCIPAL, Role.DEPUTY, Role.MEMBER, Role.RECORDER, Role.OFFICE, Role.ARCHIVIST);
  private static final Set<Role> OF_THE_SUPERIOR = Set.of(Role.STAFF, Role.HEAD);

  private final Organizations organizations;

  CaseVisibility(Organizations organizations) {
    this.organizations = organizations;
  }

  boolean maySee(String userId, ProcedureCase run) {
    return userId.equals(run.startedBy())
        || holdsAny(userId, run.organization(), OF_THE_BODY)
        || organizations
            .superiorOrganizationDepartment(run.organization())
            .filter(department -> holdsAny(userId, department.code(), OF_THE_SUPERIOR))
            .isPresent()
        || organizations
            .superiorDisciplineCommission(run.organization())
            .filter(commission -> holdsAny(userId, commission.code(), OF_THE_SUPERIOR))
            .isPresent()
        || organizations
            .superior(run.organization())
            .map(Organization::code)
            .filter(code -> holdsAny(userId, code, Set.of(Role.PRINCIPAL, Role.OFFICE)))
            .isPresent();
  }

  private boolean holdsAny(String userId, String organization, Set<Role> roles) {
    return organizations.rolesOf(userId, organization).stream().anyMatch(roles::contains);
  }
}
