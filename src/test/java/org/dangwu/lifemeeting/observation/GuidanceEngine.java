package org.dangwu.lifemeeting.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageInMemProcessEngineConfiguration;

/**
 * A bare engine for the models of the superior; what the beans would find out, a test sets, and
 * what leaves the engine is recorded.
 */
public final class GuidanceEngine {

  /** What the notification delegate was asked for: event, body and person. */
  public record Notice(String event, String organization, String person) {}

  public final List<Notice> notices = new ArrayList<>();
  public final Map<String, JavaDelegate> delegates = new HashMap<>();
  public final ProcessEngineConfiguration configuration;
  public int ended;

  public GuidanceEngine(Map<Object, Object> more) {
    ProcessCoverageInMemProcessEngineConfiguration engine =
        new ProcessCoverageInMemProcessEngineConfiguration();
    Map<Object, Object> beans = new HashMap<>(more);
    beans.put("roles", new Roles());
    beans.put("procedureStart", (ExecutionListener) start -> start.setVariable("caseId", "c1"));
    beans.put("tenantOfOrganization", (ExecutionListener) start -> {});
    beans.put("procedureEnd", (ExecutionListener) end -> ended++);
    beans.put("notification", (JavaDelegate) this::announce);
    for (String name :
        List.of(
            "observationDates",
            "observationState",
            "archive",
            "freezeDraw",
            "drawBodies",
            "listBodies",
            "startBody",
            "checkStarted",
            "yearState",
            "yearSummary",
            "listReviewBranches",
            "startReviewBranch",
            "checkReviewStarted",
            "reviewYearState",
            "reviewYearSummary")) {
      beans.put(
          name,
          (JavaDelegate)
              execution -> delegates.getOrDefault(name, nothing -> {}).execute(execution));
    }
    engine.setBeans(beans);
    configuration =
        engine
            .setProcessEngineName("guidance-" + UUID.randomUUID())
            .setJdbcUrl("jdbc:h2:mem:guidance-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1")
            .setJobExecutorActivate(false)
            .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
            .setHistory(ProcessEngineConfiguration.HISTORY_FULL);
  }

  /** What the archive answers a model whose file is incomplete. */
  public static void refuseUnless(boolean complete) {
    if (!complete) {
      throw new BpmnError("ARCHIVE_INCOMPLETE");
    }
  }

  private void announce(DelegateExecution execution) {
    notices.add(
        new Notice(
            (String) execution.getVariableLocal("event"),
            (String) execution.getVariable("organization"),
            (String) execution.getVariableLocal("recipient")));
  }

  /** Deploys one model alone. */
  public static String deploy(ProcessEngine engine, Path model) {
    return engine
        .getRepositoryService()
        .createDeployment()
        .addString(model.getFileName().toString(), text(model))
        .deploy()
        .getId();
  }

  /** Deploys what lies in processes/life-meeting and forms/life-meeting. */
  public static String deploy(ProcessEngine engine) {
    DeploymentBuilder builder = engine.getRepositoryService().createDeployment();
    Stream.of("processes", "forms")
        .map(root -> Path.of(root, "life-meeting"))
        .flatMap(GuidanceEngine::files)
        .forEach(file -> builder.addString(file.getFileName().toString(), text(file)));
    return builder.deploy().getId();
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> found = Files.list(folder)) {
      return found.filter(Files::isRegularFile).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Executes what waits for the job executor; timers stay. */
  public static void runJobs(ProcessEngine engine) {
    for (List<Job> jobs = messages(engine); !jobs.isEmpty(); jobs = messages(engine)) {
      engine.getManagementService().executeJob(jobs.get(0).getId());
    }
  }

  private static List<Job> messages(ProcessEngine engine) {
    return engine.getManagementService().createJobQuery().messages().withRetriesLeft().list();
  }

  /** Lets a timer go off; gives the moment for which it was set. */
  public static Date fire(ProcessEngine engine, String timer) {
    Job job =
        engine.getManagementService().createJobQuery().activityId(timer).timers().list().get(0);
    engine.getManagementService().executeJob(job.getId());
    runJobs(engine);
    return job.getDuedate();
  }

  /** Completes the first open task at the element. */
  public static void complete(ProcessEngine engine, String element, Map<String, Object> facts) {
    engine.getTaskService().complete(tasks(engine, element).get(0).getId(), facts);
    runJobs(engine);
  }

  public static List<Task> tasks(ProcessEngine engine, String element) {
    List<Task> found =
        engine
            .getTaskService()
            .createTaskQuery()
            .taskDefinitionKey(element)
            .orderByTaskCreateTime()
            .asc()
            .list();
    assertThat(found).as("open tasks at %s", element).isNotNull();
    return found;
  }

  public static ArrayList<String> list(String... values) {
    return new ArrayList<>(List.of(values));
  }

  /** Group ids as the organisation module makes them. */
  public static final class Roles {
    public String of(String role, String organization) {
      return role + "-" + organization;
    }

    public String superior(String role, String organization) {
      return role + "-superior";
    }

    public String superiorOrganizationDepartment(String organization) {
      return "staff-superiorOrganization";
    }

    public String superiorDiscipline(String organization) {
      return "staff-superiorDiscipline";
    }

    public String baseOffice(String organization) {
      return "office-" + organization;
    }

    public String baseSecretary(String organization) {
      return "secretary-" + organization + ",principal-" + organization;
    }

    public String organizationDepartment(String organization) {
      return "staff-organization";
    }
  }
}
