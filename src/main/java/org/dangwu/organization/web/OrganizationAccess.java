package org.dangwu.organization.web;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.dangwu.engine.Unrestricted;
import org.dangwu.organization.Organization;
import org.dangwu.organization.OrganizationKind;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Role;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Who may see which part of the roster, and who may change it. */
@Component
class OrganizationAccess {

  private static final String ADMINISTRATORS = "camunda-admin";

  /** Roles that handle personnel matters and therefore see statuses such as sanctions. */
  private static final Set<Role> PERSONNEL =
      EnumSet.of(Role.PRINCIPAL, Role.OFFICE, Role.SECRETARY, Role.HEAD, Role.STAFF);

  private final Organizations organizations;
  private final IdentityService identity;
  private final Unrestricted unrestricted;

  OrganizationAccess(
      Organizations organizations, IdentityService identity, Unrestricted unrestricted) {
    this.organizations = organizations;
    this.identity = identity;
    this.unrestricted = unrestricted;
  }

  /** Roster clerks (名册管理员) of the top organisation and operators. */
  boolean mayManage(String user) {
    return isOperator(user)
        || organizations.organizationsWhere(user, Role.CLERK).stream()
            .anyMatch(unit -> unit.superiorCode() == null);
  }

  boolean isOperator(String user) {
    return unrestricted.call(
        () -> identity.createUserQuery().userId(user).memberOfGroup(ADMINISTRATORS).count() > 0);
  }

  void requireManager(String user) {
    if (!mayManage(user)) {
      throw new AccessDeniedException("只有名册管理员可以办理。");
    }
  }

  /** What the user may see, in tree order: his own organisations and those they oversee. */
  List<Organization> visible(String user) {
    List<Organization> all = organizations.all();
    if (mayManage(user)) {
      return all;
    }
    Set<String> tops = new HashSet<>();
    for (Organization own : organizations.organizationsOf(user)) {
      tops.add(scope(own, organizations.rolesOf(user, own.code())));
    }
    return all.stream().filter(unit -> tops.stream().anyMatch(unit::isWithin)).toList();
  }

  /** Whether the user may see the standing of the members kept by the organisation. */
  boolean seesStanding(String user, Organization unit) {
    if (mayManage(user)) {
      return true;
    }
    return organizations.organizationsOf(user).stream()
        .filter(
            own -> organizations.rolesOf(user, own.code()).stream().anyMatch(PERSONNEL::contains))
        .anyMatch(own -> unit.isWithin(scope(own, PERSONNEL)));
  }

  private static String scope(Organization own, Set<Role> roles) {
    boolean department =
        own.kind() == OrganizationKind.ORGANIZATION_DEPARTMENT
            || own.kind() == OrganizationKind.DISCIPLINE_COMMISSION;
    boolean holdsPost = roles.stream().anyMatch(role -> role != Role.PARTY_MEMBER);
    return department && holdsPost && own.superiorCode() != null ? own.superiorCode() : own.code();
  }
}
