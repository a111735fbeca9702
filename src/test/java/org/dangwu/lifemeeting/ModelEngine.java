package org.dangwu.lifemeeting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageInMemProcessEngineConfiguration;
import org.dangwu.procedure.ParameterDefinition;
import org.dangwu.procedure.Parameters;

/** A bare engine with the real models and dates; whatever leaves the engine is recorded instead. */
final class ModelEngine {

  /** The day on which all tests take place: 42 days before the meeting. */
  static final LocalDate TODAY = LocalDate.of(2026, 10, 9);

  static final Date MEETING = Deadlines.startOf(TODAY.plusDays(42));

  private static final Map<String, Integer> FIGURES =
      Map.of(
          "dlm.planLeadDays", 10,
          "dlm.planReminderDays", 10,
          "dlm.planWarningDays", 3,
          "dlm.reportDays", 15,
          "dlm.reportReminderDays", 7,
          "dlm.reportWarningDays", 12,
          "approval.reminderDays", 3,
          "approval.escalationDays", 7);

  /** What the notification delegate was asked for: event and day it is about. */
  record Notice(String event, LocalDate due) {}

  final List<Notice> notices = new ArrayList<>();
  List<String> members = List.of("p1", "p2", "p3");
  LocalDate today = TODAY;
  boolean archiveIncomplete;
  int archived;
  int ended;

  final ProcessEngineConfiguration configuration = configuration();

  static Parameters figures() {
    return new Parameters() {
      @Override
      public int number(String key, String organization, int year) {
        return FIGURES.get(key);
      }

      @Override
      public List<ParameterDefinition> definitions() {
        throw new UnsupportedOperationException();
      }

      @Override
      public void set(String key, String organization, int year, int value, String userId) {
        throw new UnsupportedOperationException();
      }
    };
  }

  /** A clock that stands at ten in the morning of {@link #today}. */
  private Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return Deadlines.ZONE;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return today.atTime(10, 0).atZone(Deadlines.ZONE).toInstant();
      }
    };
  }

  /**
   * Everything in {@code processes} and {@code forms} of the given folders as one deployment each.
   */
  static List<String> deploy(RepositoryService repository, String... folders) {
    List<String> ids = new ArrayList<>();
    for (String folder : folders) {
      DeploymentBuilder builder = repository.createDeployment().name(folder);
      files(folder).forEach(file -> builder.addString(file.getFileName().toString(), text(file)));
      ids.add(builder.deploy().getId());
    }
    return ids;
  }

  static Stream<Path> files(String folder) {
    return Stream.of("processes", "forms").flatMap(root -> list(Path.of(root, folder)));
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> list(Path folder) {
    try (Stream<Path> found = Files.list(folder)) {
      return found.filter(Files::isRegularFile).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ProcessEngineConfiguration configuration() {
    ProcessCoverageInMemProcessEngineConfiguration engine =
        new ProcessCoverageInMemProcessEngineConfiguration();
    engine.setBeans(beans());
    return settings(engine);
  }

  /** The same engine without counting what was walked, for many threads at once. */
  static ProcessEngineConfiguration uncovered(ModelEngine models) {
    StandaloneInMemProcessEngineConfiguration engine =
        new StandaloneInMemProcessEngineConfiguration();
    engine.setBeans(models.beans());
    return settings(engine);
  }

  private static ProcessEngineConfiguration settings(ProcessEngineConfiguration engine) {
    return engine
        .setProcessEngineName("models-" + UUID.randomUUID())
        .setJdbcUrl(
            "jdbc:h2:mem:models-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000")
        .setJobExecutorActivate(false)
        .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
        .setHistory(ProcessEngineConfiguration.HISTORY_FULL);
  }

  private Map<Object, Object> beans() {
    Map<Object, Object> beans = new HashMap<>();
    beans.put("lifeMeetingDates", new LifeMeetingDates(figures(), clock()));
    beans.put("approvalDates", new ApprovalDates(figures(), clock()));
    beans.put("roles", new Roles());
    beans.put("procedureStart", (ExecutionListener) start -> start.setVariable("caseId", "case-1"));
    beans.put("procedureEnd", (ExecutionListener) end -> ended++);
    beans.put("freezeRoster", (JavaDelegate) this::freeze);
    beans.put("notification", (JavaDelegate) this::announce);
    beans.put("archive", (JavaDelegate) archive -> archive());
    return beans;
  }

  private void freeze(org.camunda.bpm.engine.delegate.DelegateExecution execution) {
    execution.setVariable("members", new ArrayList<>(members));
    execution.setVariable("principal", members.get(0));
    execution.setVariable("dueCount", members.size());
  }

  private void announce(org.camunda.bpm.engine.delegate.DelegateExecution execution) {
    Date due = (Date) execution.getVariableLocal("due");
    notices.add(
        new Notice(
            (String) execution.getVariableLocal("event"), due == null ? null : Deadlines.day(due)));
  }

  private void archive() {
    if (archiveIncomplete) {
      archiveIncomplete = false;
      throw new BpmnError("ARCHIVE_INCOMPLETE");
    }
    archived++;
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
  }
}
