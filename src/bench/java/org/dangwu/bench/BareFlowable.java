package org.dangwu.bench;

import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/** Flowable alone, without the engines it brings along that this model does not need. */
final class BareFlowable implements Contestant {

  private final SwitchableDataSource dataSource;
  private final ProcessEngine engine;

  BareFlowable(SwitchableDataSource dataSource) throws Exception {
    this.dataSource = dataSource;
    StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
    configuration.setEngineName(name());
    configuration.setDataSource(dataSource);
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setHistoryLevel(HistoryLevel.FULL);
    configuration.setAsyncExecutorActivate(false);
    configuration.setDisableIdmEngine(true);
    configuration.setDisableEventRegistry(true);
    engine = configuration.buildProcessEngine();
    engine
        .getRepositoryService()
        .createDeployment()
        .addString("comparison.bpmn", ComparisonModel.xml())
        .deploy();
  }

  @Override
  public String name() {
    return "Flowable 7.2.0, bare";
  }

  @Override
  public SwitchableDataSource dataSource() {
    return dataSource;
  }

  @Override
  public String start(int number) {
    return engine
        .getRuntimeService()
        .startProcessInstanceByKey(ComparisonModel.KEY, ComparisonModel.startVariables(number))
        .getId();
  }

  @Override
  public void complete(OpenTask task) {
    engine.getTaskService().complete(task.id(), ComparisonModel.completionVariables());
  }

  @Override
  public void close() {
    engine.close();
  }
}
