package org.dangwu.rectification;

import java.util.List;
import java.util.stream.Stream;
import org.dangwu.engine.ModelBean;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Role;
import org.dangwu.organization.RoleExpressions;

/**
 * To whom steps of an item go that its owner may not do himself: where he heads the body, or nobody
 * else is there, to the superior's organisation department.
 */
@ModelBean("rectificationPeople")
public class RectificationPeople {

  private final Organizations organizations;
  private final RoleExpressions roles;

  RectificationPeople(Organizations organizations, RoleExpressions roles) {
    this.organizations = organizations;
    this.roles = roles;
  }

  /** Groups of which one verifies: the principal and the office, never the owner alone. */
  public String verifiers(String organization, String owner) {
    return heads(organization, owner) || !others(organization, owner)
        ? roles.superiorOrganizationDepartment(organization)
        : roles.of(Role.PRINCIPAL.id(), organization)
            + ","
            + roles.of(Role.OFFICE.id(), organization);
  }

  /** The group that agrees to an extension: the principal. */
  public String consenters(String organization, String owner) {
    List<String> principals = organizations.holders(Role.PRINCIPAL, organization);
    return principals.isEmpty() || principals.contains(owner)
        ? roles.superiorOrganizationDepartment(organization)
        : roles.of(Role.PRINCIPAL.id(), organization);
  }

  private boolean heads(String organization, String owner) {
    return organizations.holders(Role.PRINCIPAL, organization).contains(owner);
  }

  private boolean others(String organization, String owner) {
    return Stream.of(Role.PRINCIPAL, Role.OFFICE)
        .flatMap(role -> organizations.holders(role, organization).stream())
        .anyMatch(person -> !person.equals(owner));
  }
}
