package org.dangwu.procedure;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Lets everybody reach the start forms of the procedures. Whether a start is taken is decided by
 * {@link ProcedureStartListener}, which says the reason when it is not; a missing grant could only
 * hide the form. Processes that procedures call may be read, so that Tasklist names them beside
 * their tasks, but started by nobody.
 */
@Component
class StartGrants implements ApplicationRunner {

  private final AuthorizationService authorizations;
  private final RepositoryService repository;

  StartGrants(AuthorizationService authorizations, RepositoryService repository) {
    this.authorizations = authorizations;
    this.repository = repository;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    for (ProcedureKind kind : ProcedureKind.values()) {
      grant(
          Resources.PROCESS_DEFINITION, kind.key(), Permissions.READ, Permissions.CREATE_INSTANCE);
    }
    grant(Resources.PROCESS_INSTANCE, Authorization.ANY, Permissions.CREATE);
    called().forEach(key -> grant(Resources.PROCESS_DEFINITION, key, Permissions.READ));
  }

  /** Keys of what the procedures call, and of what that calls in turn. */
  private Set<String> called() {
    Set<String> called = new LinkedHashSet<>();
    Deque<String> callers = new ArrayDeque<>();
    Arrays.stream(ProcedureKind.values()).map(ProcedureKind::key).forEach(callers::add);
    while (!callers.isEmpty()) {
      definition(callers.remove()).stream()
          .flatMap(
              caller ->
                  repository
                      .getBpmnModelInstance(caller.getId())
                      .getModelElementsByType(CallActivity.class)
                      .stream())
          .map(CallActivity::getCalledElement)
          .filter(key -> ProcedureKind.ofKey(key).isEmpty() && called.add(key))
          .forEach(callers::add);
    }
    return called;
  }

  private Optional<ProcessDefinition> definition(String key) {
    return Optional.ofNullable(
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(key)
            .latestVersion()
            .singleResult());
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
