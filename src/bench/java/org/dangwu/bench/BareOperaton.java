package org.dangwu.bench;

import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.operaton.bpm.engine.impl.persistence.StrongUuidGenerator;

/** Operaton alone, configured as {@link BareCamunda} is. */
final class BareOperaton implements Contestant {

  private final SwitchableDataSource dataSource;
  private final ProcessEngine engine;

  BareOperaton(SwitchableDataSource dataSource, String removalTimeStrategy) throws Exception {
    this.dataSource = dataSource;
    StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
    configuration.setProcessEngineName(name());
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
  }

  @Override
  public String name() {
    return "Operaton 1.0.3, bare";
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
