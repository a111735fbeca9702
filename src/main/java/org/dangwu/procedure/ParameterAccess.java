package org.dangwu.procedure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dangwu.organization.Organization;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Position;
import org.dangwu.organization.Role;
import org.springframework.stereotype.Component;

/**
 * Who may see and who may set parameters: the organisation department sets them for the
 * organisation it works for and for all below; a body's own people and process owners look on.
 */
@Component
class ParameterAccess {

  private static final Set<Role> LOOKING_ON =
      Set.of(Role.PRINCIPAL, Role.RECORDER, Role.OFFICE, Role.STAFF, Role.HEAD);

  private final Organizations organizations;
  private final CaseRoles roles;

  ParameterAccess(Organizations organizations, CaseRoles roles) {
    this.organizations = organizations;
    this.roles = roles;
  }

  /**
   * Organisations whose parameters the person may see, in tree order as far as they hang together.
   *
   * @param watchesAll whether he looks after the models or the system as a whole
   */
  List<Organization> visible(String userId, boolean watchesAll) {
    Map<String, Organization> found = new LinkedHashMap<>();
    roles.servedByOrganizationDepartment(userId).stream()
        .flatMap(
            served ->
                java.util.stream.Stream.concat(
                    java.util.stream.Stream.of(served),
                    organizations.below(served.code()).stream()))
        .forEach(one -> found.putIfAbsent(one.code(), one));
    organizations.positionsOf(userId).stream()
        .filter(position -> LOOKING_ON.contains(position.role()))
        .map(Position::organization)
        .map(organizations::get)
        .forEach(one -> found.putIfAbsent(one.code(), one));
    if (watchesAll) {
      organizations.all().forEach(one -> found.putIfAbsent(one.code(), one));
    }
    return found.values().stream().filter(one -> one.kind().hasLeadingBody()).toList();
  }

  boolean maySet(String userId, String organization) {
    Organization about = organizations.get(organization);
    return roles.servedByOrganizationDepartment(userId).stream()
        .anyMatch(served -> about.isWithin(served.code()));
  }
}
