package org.dangwu.security;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.AuthorizationQuery;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;

/**
 * What the system groups may do in the engine, put right at each start. Nobody but administrators
 * may create filters (they can hold expressions); who may start a procedure is decided where
 * procedures start; tenants narrow what supervisors see to their own jurisdiction.
 */
@Component
class StandardAuthorizations {

  private static final String SYSTEM = "SYSTEM";

  private final AuthorizationService authorizations;
  private final IdentityService identity;

  StandardAuthorizations(AuthorizationService authorizations, IdentityService identity) {
    this.authorizations = authorizations;
    this.identity = identity;
  }

  /** Creates what is missing and leaves alone what an administrator added. */
  void grant() {
    group(SystemGroups.ADMINISTRATORS, "系统管理员");
    group(SystemGroups.PROCESS_OWNERS, "流程负责人");
    group(SystemGroups.SUPERVISORS, "督导人员");
    group(SystemGroups.MACHINES, "接口账号");

    everybody(Resources.APPLICATION, "tasklist", Permissions.ACCESS);
    everybody(Resources.APPLICATION, "welcome", Permissions.ACCESS);
    // Tasklist names the groups that a task waits for; without this it would show their ids.
    everybody(Resources.GROUP, Authorization.ANY, Permissions.READ);

    for (Resource resource : Resources.values()) {
      group(SystemGroups.ADMINISTRATORS, resource, Authorization.ANY, Permissions.ALL);
    }

    group(SystemGroups.PROCESS_OWNERS, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
    group(
        SystemGroups.PROCESS_OWNERS,
        Resources.DEPLOYMENT,
        Authorization.ANY,
        Permissions.READ,
        Permissions.CREATE);
    for (Resource model :
        List.of(
            Resources.PROCESS_DEFINITION,
            Resources.DECISION_DEFINITION,
            Resources.DECISION_REQUIREMENTS_DEFINITION)) {
      group(SystemGroups.PROCESS_OWNERS, model, Authorization.ANY, Permissions.READ);
    }

    group(SystemGroups.SUPERVISORS, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
    group(
        SystemGroups.SUPERVISORS,
        Resources.PROCESS_DEFINITION,
        Authorization.ANY,
        ProcessDefinitionPermissions.READ,
        ProcessDefinitionPermissions.READ_INSTANCE,
        ProcessDefinitionPermissions.READ_HISTORY);
  }

  private void group(String id, String name) {
    if (identity.createGroupQuery().groupId(id).count() == 0) {
      Group group = identity.newGroup(id);
      group.setName(name);
      group.setType(SYSTEM);
      identity.saveGroup(group);
    }
  }

  private void everybody(Resource resource, String id, Permission... permissions) {
    Authorization grant =
        existing(query(Authorization.AUTH_TYPE_GLOBAL, resource, id))
            .orElseGet(() -> authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL));
    save(grant, resource, id, permissions);
  }

  private void group(String group, Resource resource, String id, Permission... permissions) {
    Authorization grant =
        existing(query(Authorization.AUTH_TYPE_GRANT, resource, id).groupIdIn(group))
            .orElseGet(
                () -> {
                  Authorization fresh =
                      authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
                  fresh.setGroupId(group);
                  return fresh;
                });
    save(grant, resource, id, permissions);
  }

  private AuthorizationQuery query(int type, Resource resource, String id) {
    return authorizations
        .createAuthorizationQuery()
        .authorizationType(type)
        .resourceType(resource)
        .resourceId(id);
  }

  private static Optional<Authorization> existing(AuthorizationQuery query) {
    return query.list().stream().findFirst();
  }

  private void save(Authorization grant, Resource resource, String id, Permission[] permissions) {
    boolean complete =
        grant.getId() != null && List.of(permissions).stream().allMatch(grant::isPermissionGranted);
    if (complete) {
      return;
    }
    grant.setResource(resource);
    grant.setResourceId(id);
    for (Permission permission : permissions) {
      grant.addPermission(permission);
    }
    authorizations.saveAuthorization(grant);
  }
}
