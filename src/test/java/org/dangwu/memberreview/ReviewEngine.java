package org.dangwu.memberreview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageInMemProcessEngineConfiguration;
import org.dangwu.engine.LocalFacts;

/** A bare engine with the real models of the review; whatever leaves the engine is recorded. */
final class ReviewEngine {

  static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** Processes of other owners that the review calls; here one task each. */
  static final Map<String, String> CALLED =
      Map.of(
          "ballot-round", "UserTask_Vote",
          "verification", "UserTask_Investigate",
          "disposal", "UserTask_Dispose");

  private static final Set<String> OWN = Set.of("member-review.bpmn", "org-life-meeting.bpmn");

  /** What the notification delegate was asked for. */
  final List<String> notices = new ArrayList<>();

  /** Whom notices about one person were for. */
  final List<String> told = new ArrayList<>();

  /** What the plan says; a test changes it before the start. */
  final Map<String, Object> plan = new HashMap<>();

  List<String> members = List.of("p1", "p2", "p3");
  List<String> praise = List.of();
  List<String> help = List.of();
  List<String> disposals = List.of();
  String suspendedOpen = "NO";

  /** Answers of the delegate that sums up the objections, one after the other; then NO. */
  final List<String> resultsChanged = new ArrayList<>();

  /** Of whom the roster says from now on that he takes no part. */
  String leaves;

  String joins;
  int rosterChanges;
  boolean archiveIncomplete;
  int archived;
  int archivedAsItWas;
  int filed;
  int terminated;
  int ended;

  final ProcessEngineConfiguration configuration = configuration();

  /** Forgets what was recorded. */
  void reset() {
    notices.clear();
    told.clear();
    plan.clear();
    plan.putAll(
        Map.of(
            "combined", "NO",
            "orgLifeForm", "ASSEMBLY",
            "massesWay", "NONE",
            "committeeReview", "NO",
            "summaryDueDate", inDays(10),
            "assemblyDate", inDays(30)));
    members = List.of("p1", "p2", "p3");
    praise = List.of();
    help = List.of();
    disposals = List.of();
    suspendedOpen = "NO";
    resultsChanged.clear();
    leaves = null;
    joins = null;
    rosterChanges = 0;
    archiveIncomplete = false;
    archived = 0;
    archivedAsItWas = 0;
    filed = 0;
    terminated = 0;
    ended = 0;
  }

  static Date inDays(int days) {
    return Date.from(TODAY.plusDays(days).atStartOfDay(ZONE).toInstant());
  }

  /** The review with its tables and forms; whatever it calls is one task. */
  static List<String> deploy(RepositoryService repository) {
    List<String> ids = new ArrayList<>();
    DeploymentBuilder builder = repository.createDeployment().name("member-review");
    files()
        .filter(file -> !file.toString().endsWith(".bpmn") || OWN.contains(name(file)))
        .forEach(file -> builder.addString(name(file), text(file)));
    ids.add(builder.deploy().getId());
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

  static Stream<Path> files() {
    return Stream.of("processes", "forms").flatMap(root -> list(Path.of(root, "member-review")));
  }

  static String text(Path file) {
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

  private ProcessEngineConfiguration configuration() {
    ProcessCoverageInMemProcessEngineConfiguration engine =
        new ProcessCoverageInMemProcessEngineConfiguration();
    engine.setBeans(beans());
    return engine
        .setProcessEngineName("review-" + UUID.randomUUID())
        .setJdbcUrl("jdbc:h2:mem:review-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1")
        .setJobExecutorActivate(false)
        .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
        .setHistory(ProcessEngineConfiguration.HISTORY_FULL);
  }

  private Map<Object, Object> beans() {
    Map<Object, Object> beans = new LinkedHashMap<>();
    beans.put("roles", new Roles());
    beans.put("reviewGroups", new Groups());
    beans.put("reviewFigures", new Figures());
    beans.put("localFacts", new LocalFacts());
    beans.put("procedureStart", (ExecutionListener) start -> start.setVariable("caseId", "case-1"));
    beans.put("procedureEnd", (ExecutionListener) end -> ended++);
    beans.put("freezeReviewRoster", (JavaDelegate) this::freeze);
    beans.put(
        "prepareReviewBallots",
        (JavaDelegate)
            run ->
                run.setVariables(
                    Map.of("memberBallot", "r1", "committeeBallot", "r2", "massesBallot", "r3")));
    beans.put("approvalDates", (JavaDelegate) this::approvalDates);
    beans.put("reviewFeedback", (JavaDelegate) this::openFeedback);
    beans.put(
        "reviewObjections",
        (JavaDelegate)
            run ->
                run.setVariable(
                    "resultsChanged", resultsChanged.isEmpty() ? "NO" : resultsChanged.remove(0)));
    beans.put("reviewFollowUp", (JavaDelegate) this::followUp);
    beans.put("reviewFilingTargets", (JavaDelegate) run -> filed++);
    beans.put("applyRosterChange", (JavaDelegate) this::changeRoster);
    beans.put("notification", (JavaDelegate) this::announce);
    beans.put("archive", (JavaDelegate) this::archive);
    beans.put("terminateRun", (JavaDelegate) run -> terminated++);
    return beans;
  }

  private void freeze(DelegateExecution run) {
    run.setVariable("participants", new ArrayList<>(members));
    run.setVariable("memberGroups", new ArrayList<>(List.of("第一党小组", "第二党小组")));
    run.setVariable("hasCommittee", members.size() < 7 ? "NO" : "YES");
    run.setVariable("suspendedOpen", suspendedOpen);
  }

  private void approvalDates(DelegateExecution run) {
    run.setVariable("approvalDueDate", inDays(47));
    run.setVariable("approvalReminderCycle", "R/P3D");
  }

  private void openFeedback(DelegateExecution run) {
    run.setVariable("feedbackMembers", new ArrayList<>(members));
    run.setVariable("feedbackDueDate", inDays(60));
  }

  private void followUp(DelegateExecution run) {
    run.setVariable("praiseItems", new ArrayList<>(praise));
    run.setVariable("helpItems", new ArrayList<>(help));
    run.setVariable("disposals", new ArrayList<>(disposals));
  }

  private void changeRoster(DelegateExecution run) {
    rosterChanges++;
    if (leaves != null) {
      close(run, "SummaryClosed");
      close(run, "FeedbackClosed");
    }
    if (joins != null) {
      run.setVariable("member", joins);
      run.setVariable("lateSummary", "YES");
    }
  }

  private void close(DelegateExecution run, String message) {
    run.getProcessEngineServices()
        .getRuntimeService()
        .createMessageCorrelation(message)
        .processInstanceId(run.getProcessInstanceId())
        .localVariableEquals("member", leaves)
        .correlateAll();
  }

  private void announce(DelegateExecution run) {
    notices.add((String) run.getVariableLocal("event"));
    if (run.getVariableLocal("recipient") != null) {
      told.add((String) run.getVariableLocal("recipient"));
    }
  }

  private void archive(DelegateExecution run) {
    if ("AS_IT_IS".equals(run.getVariableLocal("completeness"))) {
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

    public String branchCommittee(String organization) {
      return "secretary-" + organization + ",committee-" + organization;
    }

    public String baseOffice(String organization) {
      return "office-base";
    }

    public String baseSecretary(String organization) {
      return "secretary-base,principal-base";
    }
  }

  /** Leaders of the groups. */
  public static final class Groups {
    public String groupLeader(String caseId, String group) {
      return "leader-" + group;
    }
  }

  /** The share as it is by default. */
  public static final class Figures {
    public int excellentNumerator(String organization, int year) {
      return 1;
    }

    public int excellentDenominator(String organization, int year) {
      return 3;
    }
  }
}
