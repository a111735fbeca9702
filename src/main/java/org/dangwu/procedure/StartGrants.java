package org.dangwu.procedure;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Lets everybody reach the start forms of the procedures. Whether a start is taken is decided by
 * {@link ProcedureStartListener}, which says the reason when it is not; a missing grant could only
 * hide the form.
 */
@Component
class StartGrants implements ApplicationRunner {

  private final AuthorizationService authorizations;

  StartGrants(AuthorizationService authorizations) {
    this.authorizations = authorizations;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    for (ProcedureKind kind : ProcedureKind.values()) {
      grant(
          Resources.PROCESS_DEFINITION, kind.key(), Permissions.READ, Permissions.CREATE_INSTANCE);
    }
    grant(Resources.PROCESS_INSTANCE, Authorization.ANY, Permissions.CREATE);
  }

  private void grant(Resource resource, String id, Permission... permissions) {
    Authorization existing =
        authorizations
            .createAuthorizationQuery()
            .authorizationType(Authorization.AUTH_TYPE_GLOBAL)
            .resourceType(resource)
            .resourceId(id)
            .singleResult();
    Authorization grant =
        existing != null
            ? existing
            : authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
    grant.setResource(resource);
    grant.setResourceId(id);
    for (Permission permission : permissions) {
      grant.addPermission(permission);
    }
    authorizations.saveAuthorization(grant);
  }
}
