package org.dangwu.lifemeeting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageInMemProcessEngineConfiguration;
import org.dangwu.engine.LocalFacts;
import org.dangwu.procedure.ParameterDefinition;
import org.dangwu.procedure.Parameters;
import org.dangwu.testing.AdjustableClock;

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

  /** Processes of other owners that the life meeting calls; here one task each. */
  private static final Map<String, String> CALLED =
      Map.of(
          "meeting-observation", "UserTask_Observe",
          "rectification-item", "UserTask_Rectify");

  private static final Set<String> OWN = Set.of("life-meeting.bpmn", "superior-approval.bpmn");

  /** What the notification delegate was asked for: event and day it is about. */
  record Notice(String event, LocalDate due) {}

  final List<Notice> notices = new ArrayList<>();
  List<String> members = List.of("p1", "p2", "p3");
  final AdjustableClock clock = AdjustableClock.on(TODAY);

  /** Switches of the year that a test turns on: a key of the parameters and its figure. */
  final Map<String, Integer> switches = new HashMap<>();

  final List<String> facts = new ArrayList<>();
  final List<String> leaves = new ArrayList<>();
  List<String> items = List.of();
  String chairStatus = "IN_OFFICE";
  boolean archiveIncomplete;
  int archived;
  int archivedAsItWas;
  int specialRuns;
  int concernedTold;
  int renewed;

  /** The chairs to whom open tasks were handed over. */
  final List<String> handedOver = new ArrayList<>();

  int terminated;
  int ended;

  final ProcessEngineConfiguration configuration = configuration();

  /** Forgets what was recorded and turns all switches off. */
  void reset() {
    members = List.of("p1", "p2", "p3");
    clock.setTo(TODAY);
    notices.clear();
    switches.clear();
    facts.clear();
    leaves.clear();
    items = List.of();
    chairStatus = "IN_OFFICE";
    archiveIncomplete = false;
    archived = 0;
    archivedAsItWas = 0;
    specialRuns = 0;
    concernedTold = 0;
    renewed = 0;
    handedOver.clear();
    terminated = 0;
    ended = 0;
  }

  static Parameters figures() {
    return figures(Map.of());
  }

  private static Parameters figures(Map<String, Integer> switches) {
    return new Parameters() {
      @Override
      public int number(String key, String organization, int year) {
        return FIGURES.getOrDefault(key, switches.getOrDefault(key, 0));
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

  /** The life meeting with the approval it calls; whatever else it calls is one task. */
  static List<String> deployLifeMeeting(RepositoryService repository) {
    List<String> ids = new ArrayList<>();
    for (String folder : List.of("shared", "life-meeting")) {
      DeploymentBuilder builder = repository.createDeployment().name(folder);
      files(folder)
          .filter(file -> !file.toString().endsWith(".bpmn") || OWN.contains(name(file)))
          .forEach(file -> builder.addString(name(file), text(file)));
      ids.add(builder.deploy().getId());
    }
    CALLED.forEach(
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

  private static String name(Path file) {
    return file.getFileName().toString();
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
    beans.put("lifeMeetingDates", new LifeMeetingDates(figures(), clock));
    beans.put("meetingMoved", new LifeMeetingDates(figures(), clock));
    beans.put("renewPapers", (JavaDelegate) run -> renewed++);
    beans.put(
        "chairHandOver", (JavaDelegate) run -> handedOver.add((String) run.getVariable("chair")));
    beans.put("approvalDates", new ApprovalDates(figures(), clock));
    beans.put("meetingRules", rules());
    beans.put("leaveTitle", leaveTitle());
    beans.put("localFacts", new LocalFacts());
    beans.put("roles", new Roles());
    beans.put("procedureStart", (ExecutionListener) this::start);
    beans.put("procedureEnd", (ExecutionListener) end -> ended++);
    beans.put("freezeRoster", (JavaDelegate) this::freeze);
    beans.put("notification", (JavaDelegate) this::announce);
    beans.put("archive", (JavaDelegate) this::archive);
    beans.put("meetingFacts", (JavaDelegate) run -> facts.add(local(run, "fact")));
    beans.put("leaveRegister", (JavaDelegate) this::registerLeave);
    beans.put("inquiryNotices", (JavaDelegate) run -> concernedTold++);
    beans.put("specialMeeting", (JavaDelegate) run -> specialRuns++);
    beans.put("terminateRun", (JavaDelegate) run -> terminated++);
    beans.put(
        "rectification",
        (JavaDelegate) run -> run.setVariable("rectificationItems", new ArrayList<>(items)));
    return beans;
  }

  private static LeaveTitle leaveTitle() {
    return new LeaveTitle(null, null) {
      @Override
      public String of(String member, String reason) {
        return member + " " + reason;
      }
    };
  }

  private MeetingRules rules() {
    return new MeetingRules(figures(switches), null, null) {
      @Override
      public int round(String caseId) {
        return 1;
      }

      @Override
      public Object chairChoices(String caseId) {
        // the bare engine has no JSON
        return new ArrayList<>(members);
      }
    };
  }

  private void start(DelegateExecution start) {
    start.setVariable("caseId", "case-1");
    start.setVariable("meetingKind", "ANNUAL");
    start.setVariable("chairStatus", chairStatus);
  }

  private void registerLeave(DelegateExecution execution) {
    leaves.add(
        "%s %s %s"
            .formatted(
                execution.getVariable("member"),
                execution.getVariable("leaveDecision"),
                execution.getVariable("approvalResult")));
  }

  private static String local(DelegateExecution execution, String name) {
    return (String) execution.getVariableLocal(name);
  }

  private void freeze(DelegateExecution execution) {
    execution.setVariable("members", new ArrayList<>(members));
    execution.setVariable("principal", members.get(0));
    execution.setVariable("chair", chairStatus.equals("VACANT") ? null : members.get(0));
    execution.setVariable("dueCount", members.size());
  }

  private void announce(DelegateExecution execution) {
    Date due = (Date) execution.getVariableLocal("due");
    notices.add(
        new Notice(
            (String) execution.getVariableLocal("event"), due == null ? null : Deadlines.day(due)));
  }

  private void archive(DelegateExecution execution) {
    if ("AS_IT_IS".equals(local(execution, "completeness"))) {
      archivedAsItWas++;
      return;
    }
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
