package org.dangwu.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.DangwuApplication;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The database goes away under the running application and comes back. */
@Tag("web")
class DatabaseRestartTest {

  @TempDir private Path directory;

  @Test
  void workGoesOnAfterTheDatabaseWasRestartedAndNothingIsHalfSaved() throws IOException {
    EmbeddedPostgres database = start(0);
    int port = database.getPort();
    try (ConfigurableApplicationContext application = application(database)) {
      TaskService tasks = application.getBean(TaskService.class);
      RuntimeService runtime = application.getBean(RuntimeService.class);
      application
          .getBean(RepositoryService.class)
          .createDeployment()
          .addClasspathResource("probe/probe.bpmn")
          .addClasspathResource("probe/probe.form")
          .deploy();
      runtime.startProcessInstanceByKey("probe");
      Task task = tasks.createTaskQuery().taskDefinitionKey("UserTask_Decide").singleResult();
      tasks.claim(task.getId(), "alice");

      database.close();
      assertThatThrownBy(() -> tasks.complete(task.getId(), Map.of("count", 5)))
          .isNotInstanceOf(SubmissionRefused.class);

      database = start(port);
      assertThat(tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee())
          .isEqualTo("alice");
      tasks.complete(task.getId(), Map.of("count", 5));
      assertThat(tasks.createTaskQuery().taskDefinitionKey("UserTask_Page").count()).isEqualTo(1);
      assertThat(runtime.getVariable(task.getProcessInstanceId(), "count")).isEqualTo(5);
    } finally {
      database.close();
    }
  }

  private EmbeddedPostgres start(int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setPort(port)
        .setDataDirectory(directory)
        .setCleanDataDirectory(false)
        .start();
  }

  private static ConfigurableApplicationContext application(EmbeddedPostgres database) {
    return new SpringApplicationBuilder(DangwuApplication.class)
        .profiles("test")
        .web(WebApplicationType.SERVLET)
        .run(
            "--server.port=0",
            "--spring.datasource.url=" + database.getJdbcUrl("postgres", "postgres"),
            "--spring.datasource.username=postgres",
            "--spring.datasource.password=postgres",
            "--spring.datasource.hikari.connection-timeout=2000");
  }
}
