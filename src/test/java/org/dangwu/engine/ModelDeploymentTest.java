package org.dangwu.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deployment from a folder that process owners edit. */
class ModelDeploymentTest {

  @TempDir private Path models;

  private ProcessEngine engine;
  private RepositoryService repository;

  @BeforeEach
  void bareEngine() {
    engine =
        ProcessEngineConfiguration.createStandaloneInMemProcessEngineConfiguration()
            .setProcessEngineName("deployment-test")
            .setJdbcUrl("jdbc:h2:mem:deployment-test")
            .buildProcessEngine();
    repository = engine.getRepositoryService();
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  @Test
  void onlyTheFolderThatChangedGetsANewVersion() throws IOException {
    write("processes/shared/approval.bpmn", "approval", "审批");
    write("processes/life-meeting/meeting.bpmn", "meeting", "会议");
    Files.createDirectories(models.resolve("forms/life-meeting"));
    Files.writeString(models.resolve("forms/life-meeting/plan.form"), "{\"id\":\"plan\"}");
    deploy();
    deploy();
    assertThat(deployments("shared")).isEqualTo(1);
    assertThat(deployments("life-meeting")).isEqualTo(1);

    Files.writeString(
        models.resolve("forms/life-meeting/plan.form"), "{\"id\":\"plan\",\"components\":[]}");
    deploy();

    assertThat(deployments("shared")).isEqualTo(1);
    assertThat(deployments("life-meeting")).isEqualTo(2);
    assertThat(versions("meeting")).as("form and model stay in one deployment").isEqualTo(2);
    assertThat(versions("approval")).isEqualTo(1);
  }

  @Test
  void aFolderWithoutModelsStopsTheStartWithASentence() {
    assertThatThrownBy(this::deploy)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("dangwu.models.location");
  }

  private void deploy() {
    new ModelDeployment(repository, new EngineProperties(models.toUri().toString()))
        .afterSingletonsInstantiated();
  }

  private long deployments(String name) {
    return repository.createDeploymentQuery().deploymentName(name).count();
  }

  private long versions(String key) {
    return repository.createProcessDefinitionQuery().processDefinitionKey(key).count();
  }

  private void write(String path, String key, String name) throws IOException {
    Path file = models.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
          <process id="%s" name="%s" isExecutable="true" camunda:historyTimeToLive="P1D">
            <startEvent id="Start"/>
          </process>
        </definitions>
        """
            .formatted(key, name));
  }
}
