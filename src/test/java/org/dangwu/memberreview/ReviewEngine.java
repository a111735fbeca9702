package org.dangwu.memberreview;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.engine.LocalFacts;
import org.dangwu.testing.BareEngine;

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

  final ProcessEngineConfiguration configuration = BareEngine.configuration("review", beans());

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
    return BareEngine.deploy(
        repository,
        files().filter(BareEngine.models("member-review.bpmn", "org-life-meeting.bpmn")),
        CALLED);
  }

  static Stream<Path> files() {
    return BareEngine.files("member-review");
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
