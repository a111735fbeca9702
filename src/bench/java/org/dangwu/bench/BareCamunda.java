package org.dangwu.bench;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;

/** Camunda 7 alone: no Spring, no listeners, and no authorisation unless asked for. */
final class BareCamunda implements Contestant {

  private static final List<String> MEMBERS_GROUPS =
      List.of("member-0000", "partymember-0000", "recorder-0000");

  private final String name;
  private final SwitchableDataSource dataSource;
  private final ProcessEngine engine;
  private final boolean authorized;

  /**
   * @param removalTimeStrategy when history rows get the date of their removal; the application's
   *     own choice, because stamping them at the end of an instance nearly doubles the statements
   * @param authorized true to switch authorisation on and to act as the member; that tells the
   *     price of the engine's own authorisation from the price of the application
   */
  BareCamunda(
      String name, SwitchableDataSource dataSource, String removalTimeStrategy, boolean authorized)
      throws Exception {
    this.name = name;
    this.dataSource = dataSource;
    this.authorized = authorized;
    StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
    configuration.setProcessEngineName(name);
    configuration.setDataSource(dataSource);
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setHistory("full");
    configuration.setHistoryRemovalTimeStrategy(removalTimeStrategy);
    configuration.setJobExecutorActivate(false);
    configuration.setMetricsEnabled(false);
    configuration.setTaskMetricsEnabled(false);
    configuration.setDbMetricsReporterActivate(false);
    configuration.setIdGenerator(new StrongUuidGenerator());
    engine = configuration.buildProcessEngine();
    engine
        .getRepositoryService()
        .createDeployment()
        .addString("comparison.bpmn", ComparisonModel.xml())
        .deploy();
    if (authorized) {
      permitEverybodyToStart();
      configuration.setAuthorizationCheckRevokes("never");
      configuration.setAuthorizationEnabled(true);
    }
  }

  private void permitEverybodyToStart() {
    permit(Resources.PROCESS_DEFINITION, Permissions.READ, Permissions.CREATE_INSTANCE);
    permit(Resources.PROCESS_INSTANCE, Permissions.CREATE);
  }

  private void permit(Resource resource, Permission... permissions) {
    Authorization grant =
        engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
    grant.setResource(resource);
    grant.setResourceId(Authorization.ANY);
    for (Permission permission : permissions) {
      grant.addPermission(permission);
    }
    engine.getAuthorizationService().saveAuthorization(grant);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public SwitchableDataSource dataSource() {
    return dataSource;
  }

  @Override
  public String start(int number) {
    return as(
        ComparisonModel.member(number),
        () ->
            engine
                .getRuntimeService()
                .startProcessInstanceByKey(
                    ComparisonModel.KEY, ComparisonModel.startVariables(number))
                .getId());
  }

  @Override
  public void complete(OpenTask task) {
    as(
        task.assignee(),
        () -> {
          engine.getTaskService().complete(task.id(), ComparisonModel.completionVariables());
          return null;
        });
  }

  private <T> T as(String member, Supplier<T> action) {
    if (!authorized) {
      return action.get();
    }
    engine.getIdentityService().setAuthentication(member, MEMBERS_GROUPS, List.of());
    try {
      return action.get();
    } finally {
      engine.getIdentityService().clearAuthentication();
    }
  }

  @Override
  public void close() {
    engine.close();
  }
}
