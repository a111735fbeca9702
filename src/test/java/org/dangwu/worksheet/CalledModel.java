package org.dangwu.worksheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageInMemProcessEngineConfiguration;

/** One called process of the member review in an engine of its own, with beans that record. */
public final class CalledModel {

  private static final Path MODELS = Path.of("processes/member-review");

  public final ProcessEngineConfiguration configuration;

  /** Events that were announced, in their order. */
  public final List<String> told = new ArrayList<>();

  /** Recipients that events named. */
  public final List<String> recipients = new ArrayList<>();

  /** Names of the delegates that ran. */
  public final List<String> ran = new ArrayList<>();

  private final Map<Object, Object> beans = new HashMap<>();
  private ProcessEngine engine;
  private String deployment;
  private ProcessInstance instance;

  public CalledModel() {
    ProcessCoverageInMemProcessEngineConfiguration inMemory =
        new ProcessCoverageInMemProcessEngineConfiguration();
    bean(
        "notification",
        (JavaDelegate)
            telling -> {
              told.add((String) telling.getVariableLocal("event"));
              Object recipient = telling.getVariableLocal("recipient");
              if (recipient != null) {
                recipients.add((String) recipient);
              }
            });
    bean("roles", new Roles());
    inMemory.setBeans(beans);
    configuration =
        inMemory
            .setProcessEngineName("called-" + UUID.randomUUID())
            .setJdbcUrl("jdbc:h2:mem:called-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1")
            .setJobExecutorActivate(false)
            .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
            .setHistory(ProcessEngineConfiguration.HISTORY_FULL);
  }

  public CalledModel bean(String name, Object bean) {
    beans.put(name, bean);
    return this;
  }

  /** A delegate that sets these facts and is remembered by its name. */
  public CalledModel delegate(String name, Map<String, Object> facts) {
    return bean(
        name,
        (JavaDelegate)
            execution -> {
              ran.add(name);
              execution.setVariables(facts);
            });
  }

  public CalledModel end(String name) {
    return bean(name, (ExecutionListener) ending -> ran.add(name));
  }

  public void deploy(ProcessEngine running, String... files) {
    engine = running;
    told.clear();
    recipients.clear();
    ran.clear();
    DeploymentBuilder builder = engine.getRepositoryService().createDeployment().name("called");
    for (String file : files) {
      builder.addString(file, text(MODELS.resolve(file)));
    }
    builder.addString(
        "worksheet-task.html", text(Path.of("forms/member-review/worksheet-task.html")));
    deployment = builder.deploy().getId();
  }

  public void remove() {
    engine.getRepositoryService().deleteDeployment(deployment, true);
  }

  public ProcessInstance begin(String process, Map<String, Object> facts) {
    instance = engine.getRuntimeService().startProcessInstanceByKey(process, facts);
    runJobs();
    return instance;
  }

  public Task task(String element) {
    return engine
        .getTaskService()
        .createTaskQuery()
        .processInstanceId(instance.getId())
        .taskDefinitionKey(element)
        .singleResult();
  }

  public List<Task> tasks(String element) {
    return engine
        .getTaskService()
        .createTaskQuery()
        .processInstanceId(instance.getId())
        .taskDefinitionKey(element)
        .list();
  }

  public List<String> groups(String element) {
    return engine.getTaskService().getIdentityLinksForTask(task(element).getId()).stream()
        .map(IdentityLink::getGroupId)
        .toList();
  }

  public void complete(String element, Map<String, Object> facts) {
    engine.getTaskService().complete(task(element).getId(), facts);
    runJobs();
  }

  public void complete(String element) {
    complete(element, Map.of());
  }

  public void completeOne(String element, Map<String, Object> facts) {
    engine.getTaskService().complete(tasks(element).get(0).getId(), facts);
    runJobs();
  }

  public void setFact(String name, Object value) {
    engine.getRuntimeService().setVariable(instance.getId(), name, value);
  }

  public void send(String message) {
    engine
        .getRuntimeService()
        .createMessageCorrelation(message)
        .processInstanceId(instance.getId())
        .correlate();
    runJobs();
  }

  public List<Job> timers(String element) {
    return engine
        .getManagementService()
        .createJobQuery()
        .processInstanceId(instance.getId())
        .activityId(element)
        .timers()
        .list();
  }

  public void fire(String timer) {
    engine.getManagementService().executeJob(timers(timer).get(0).getId());
    runJobs();
  }

  public void cancel() {
    engine.getRuntimeService().deleteProcessInstance(instance.getId(), "terminated");
  }

  private void runJobs() {
    List<Job> waiting;
    do {
      waiting =
          engine
              .getManagementService()
              .createJobQuery()
              .processInstanceId(instance.getId())
              .messages()
              .list();
      waiting.forEach(job -> engine.getManagementService().executeJob(job.getId()));
    } while (!waiting.isEmpty());
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Groups as the real bean names them. */
  public static final class Roles {
    public String branchCommittee(String organization) {
      return "secretary-" + organization + ",committee-" + organization;
    }

    public String baseOffice(String organization) {
      return "office-base";
    }

    public String baseSecretary(String organization) {
      return "secretary-base,principal-base";
    }

    public String superiorOrganizationDepartment(String organization) {
      return "staff-superior";
    }
  }
}
