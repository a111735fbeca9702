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

  private final ItemRegister items;
  private final Organizations organizations;
  private final RoleExpressions roles;

  RectificationPeople(ItemRegister items, Organizations organizations, RoleExpressions roles) {
    this.items = items;
    this.organizations = organizations;
    this.roles = roles;
  }

  /**
   * Groups of which one verifies. What a secretary listed his superior's organizers verify: he
   * cannot judge what he himself was told to put right (C21).
   */
  public String verifiers(String itemId) {
    RectificationItem item = items.get(itemId);
    return item.isOfSecretary()
        ? roles.organizers(item.superior())
        : verifiers(item.organization(), item.owner());
  }

  /** The group that agrees to an extension. */
  public String consenters(String itemId) {
    RectificationItem item = items.get(itemId);
    return item.isOfSecretary()
        ? roles.organizers(item.superior())
        : consenters(item.organization(), item.owner());
  }

  /** The group that answers requests for help and studies what is late (A32, A34). */
  public String superior(String itemId) {
    RectificationItem item = items.get(itemId);
    return item.isOfSecretary()
        ? roles.organizers(item.superior())
        : roles.superiorOrganizationDepartment(item.organization());
  }

  /**
   * Those of a body's own list: the principal and the office, never the owner alone. Instances of
   * earlier models ask for it themselves.
   */
  public String verifiers(String organization, String owner) {
    return heads(organization, owner) || !others(organization, owner)
        ? roles.superiorOrganizationDepartment(organization)
        : roles.of(Role.PRINCIPAL.id(), organization)
            + ","
            + roles.of(Role.OFFICE.id(), organization);
  }

  /** For a body's own list: the principal. */
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
