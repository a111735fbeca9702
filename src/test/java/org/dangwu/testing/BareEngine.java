package org.dangwu.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageInMemProcessEngineConfiguration;

/** An engine in memory with real models of one folder and beans that a test gives it. */
public final class BareEngine {

  private BareEngine() {}

  public static ProcessEngineConfiguration configuration(String name, Map<Object, Object> beans) {
    ProcessCoverageInMemProcessEngineConfiguration engine =
        new ProcessCoverageInMemProcessEngineConfiguration();
    engine.setBeans(beans);
    return engine
        .setProcessEngineName(name + "-" + UUID.randomUUID())
        .setJdbcUrl("jdbc:h2:mem:" + name + "-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1")
        .setJobExecutorActivate(false)
        .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
        .setHistory(ProcessEngineConfiguration.HISTORY_FULL);
  }

  /**
   * Models, tables and forms as one deployment; each called process that belongs to somebody else
   * is one task of its own deployment.
   */
  public static List<String> deploy(
      RepositoryService repository, Stream<Path> files, Map<String, String> called) {
    List<String> ids = new ArrayList<>();
    DeploymentBuilder builder = repository.createDeployment();
    files.forEach(file -> builder.addString(name(file), text(file)));
    ids.add(builder.deploy().getId());
    called.forEach(
        (process, task) ->
            ids.add(
                repository
                    .createDeployment()
                    .addModelInstance(
                        process + ".bpmn",
                        Bpmn.createExecutableProcess(process)
                            .camundaHistoryTimeToLiveString("P1D")
                            .startEvent()
                            .userTask(task)
                            .endEvent()
                            .done())
                    .deploy()
                    .getId()));
    return ids;
  }

  /** What a folder holds under processes and forms. */
  public static Stream<Path> files(String folder) {
    return Stream.of("processes", "forms").flatMap(root -> list(Path.of(root, folder)));
  }

  /** Tables, forms and those models alone. */
  public static Predicate<Path> models(String... own) {
    return file -> !name(file).endsWith(".bpmn") || List.of(own).contains(name(file));
  }

  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static Stream<Path> list(Path folder) {
    try (Stream<Path> found = Files.list(folder)) {
      return found.filter(Files::isRegularFile).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
