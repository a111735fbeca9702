package org.dangwu.rectification;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dangwu.organization.Organization;
import org.dangwu.organization.OrganizationKind;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Role;
import org.dangwu.procedure.CaseRoles;
import org.springframework.stereotype.Component;

/**
 * Who sees an item: the body's principal, members, office and recorder, its owner, its verifiers
 * and the superior's organisation department; an item of a secretary also he himself and the
 * superior who appraised him. Nobody else, whatever rights the engine gives him.
 */
@Component
class ItemAccess {

  private static final Set<Role> OF_THE_BODY =
      Set.of(Role.PRINCIPAL, Role.DEPUTY, Role.MEMBER, Role.OFFICE, Role.RECORDER);

  /** Those who are the body where no leading body is registered, as in a branch. */
  private static final Set<Role> OF_A_SMALL_BODY = Set.of(Role.SECRETARY, Role.COMMITTEE);

  private static final Set<String> OF_THE_SUPERIOR =
      Set.of(CaseRoles.ORGANIZERS, CaseRoles.COMMITTEE_SECRETARY);
  private static final Set<Role> OF_A_DEPARTMENT = Set.of(Role.STAFF, Role.HEAD);
  private static final Set<Role> ASSIGNS = Set.of(Role.PRINCIPAL, Role.OFFICE);

  private final Organizations organizations;
  private final Verifications verifications;
  private final CaseRoles roles;
  private final ItemRegister items;

  ItemAccess(
      Organizations organizations,
      Verifications verifications,
      CaseRoles roles,
      ItemRegister items) {
    this.organizations = organizations;
    this.verifications = verifications;
    this.roles = roles;
    this.items = items;
  }

  boolean mayRead(String userId, RectificationItem item) {
    return userId.equals(item.owner())
        || userId.equals(item.secretary())
        || mayReadAllOf(userId, item.organization())
        || followsUp(userId, item.superior())
        || verifications.of(item.id()).stream().anyMatch(v -> v.judge().equals(userId));
  }

  /** Whether the person may see every item of this body. */
  boolean mayReadAllOf(String userId, String organization) {
    return holdsAny(userId, organization, OF_THE_BODY)
        || isSmall(organization) && holdsAny(userId, organization, OF_A_SMALL_BODY)
        || worksInDepartment(userId, organization);
  }

  /** Whether the person may see the list while it is written by somebody else. */
  boolean mayRead(String userId, ListMatter list) {
    return list.isOfSecretary()
        ? followsUp(userId, list.superior())
        : mayReadAllOf(userId, list.organization());
  }

  /** The committees whose secretaries' lists the person follows up. */
  Collection<String> organizedBy(String userId) {
    return items.superiors().stream().filter(code -> followsUp(userId, code)).toList();
  }

  /** Bodies of which the person may see every item, in the order of the tree. */
  Collection<Organization> bodies(String userId) {
    Set<Organization> found = new LinkedHashSet<>();
    for (Role role : OF_THE_BODY) {
      found.addAll(organizations.organizationsWhere(userId, role));
    }
    for (Role role : OF_A_SMALL_BODY) {
      organizations.organizationsWhere(userId, role).stream()
          .filter(small -> isSmall(small.code()))
          .forEach(found::add);
    }
    for (Role role : OF_A_DEPARTMENT) {
      organizations.organizationsWhere(userId, role).stream()
          .filter(o -> o.kind() == OrganizationKind.ORGANIZATION_DEPARTMENT)
          .flatMap(o -> o.superior().stream())
          .flatMap(code -> organizations.below(code).stream())
          .filter(o -> o.kind().hasLeadingBody())
          .filter(o -> worksInDepartment(userId, o.code()))
          .forEach(found::add);
    }
    List<Organization> order = organizations.all();
    return found.stream().sorted(java.util.Comparator.comparingInt(order::indexOf)).toList();
  }

  /** Whether the person may give the item to another owner. */
  boolean mayHandOver(String userId, RectificationItem item) {
    return holdsAny(userId, item.organization(), ASSIGNS)
        || item.isOfSecretary() && holdsAny(userId, item.organization(), Set.of(Role.SECRETARY));
  }

  /** What was studied about the principal (A34) is for him and the superior's department. */
  boolean seesAccountability(String userId, RectificationItem item) {
    return holdsAny(userId, item.organization(), Set.of(Role.PRINCIPAL))
        || worksInDepartment(userId, item.organization());
  }

  private boolean followsUp(String userId, String superior) {
    return !superior.isEmpty() && roles.holdsAny(userId, superior, OF_THE_SUPERIOR);
  }

  private boolean isSmall(String organization) {
    return organizations.leadingBody(organization).isEmpty();
  }

  private boolean worksInDepartment(String userId, String organization) {
    return organizations
        .superiorOrganizationDepartment(organization)
        .filter(department -> holdsAny(userId, department.code(), OF_A_DEPARTMENT))
        .isPresent();
  }

  private boolean holdsAny(String userId, String organization, Set<Role> roles) {
    return organizations.rolesOf(userId, organization).stream().anyMatch(roles::contains);
  }
}
