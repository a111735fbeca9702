package org.dangwu.personnel;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.dangwu.organization.Organization;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Role;
import org.dangwu.procedure.CaseRoles;
import org.springframework.stereotype.Component;

/**
 * Whose material a person looks after: as archivist that of his organisation and of the branches of
 * his base committee (B27), as staff of an organisation department that of the committee it works
 * for (C19: 组织人事部门归入).
 */
@Component
class PersonnelKeepers {

  private final Organizations organizations;
  private final CaseRoles roles;

  PersonnelKeepers(Organizations organizations, CaseRoles roles) {
    this.organizations = organizations;
    this.roles = roles;
  }

  /** Codes of organisations; empty for everybody else. */
  Set<String> keptBy(String user) {
    Set<String> codes = new LinkedHashSet<>();
    for (Organization one : organizations.organizationsWhere(user, Role.ARCHIVIST)) {
      codes.add(one.code());
      organizations.below(one.code()).stream()
          .filter(below -> organizations.baseCommittee(below.code()).equals(Optional.of(one)))
          .map(Organization::code)
          .forEach(codes::add);
    }
    roles.servedByOrganizationDepartment(user).stream().map(Organization::code).forEach(codes::add);
    return codes;
  }
}
