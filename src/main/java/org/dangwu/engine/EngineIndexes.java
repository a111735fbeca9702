package org.dangwu.engine;

import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Two indexes that the engine's own schema lacks. Each completion asks for sub-tasks by parent:
 * without the first index that reads every open task. They run as their own Flyway history because
 * the engine's tables exist only once the engine has started.
 */
@Component
class EngineIndexes implements InitializingBean {

  private final DataSource dataSource;

  EngineIndexes(DataSource dataSource, ProcessEngine startedFirst) {
    this.dataSource = dataSource;
  }

  @Override
  public void afterPropertiesSet() {
    Flyway.configure()
        .dataSource(dataSource)
        .locations("classpath:db/engine")
        .table("flyway_engine_history")
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
  }
}
