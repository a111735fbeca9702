package org.dangwu.memberreview.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.dangwu.lifemeeting.observation.GuidanceEngine.list;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.dangwu.lifemeeting.observation.GuidanceEngine;
import org.dangwu.lifemeeting.observation.GuidanceEngine.Notice;
import org.dangwu.models.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Walks every path of the yearly deployment of the review of members. */
class ReviewYearProcessTest {

  private static final GuidanceEngine MODELS =
      new GuidanceEngine(Map.of("reviewYear", new Branches()));
  private static final Path MODEL =
      Path.of("processes", "member-review", "member-review-year.bpmn");
  private static final Date REMINDER = Date.from(Instant.parse("2026-12-10T01:00:00Z"));
  private static final Date DUE = Date.from(Instant.parse("2026-12-25T16:00:00Z"));
  private static final Date NEXT = Date.from(Instant.parse("2027-01-20T16:00:00Z"));

  @RegisterExtension
  static final ProcessEngineCoverageExtension ENGINE =
      ProcessEngineCoverageExtension.builder(MODELS.configuration)
          .assertClassCoverageAtLeast(1.0)
          .build();

  private String deployment;
  private ProcessInstance year;
  private final List<String> blocked = new ArrayList<>();
  private final List<String> exempt = new ArrayList<>();

  @BeforeEach
  void deployModels() {
    BpmnAwareTests.init(ENGINE.getProcessEngine());
    MODELS.notices.clear();
    MODELS.ended = 0;
    MODELS.delegates.put(
        "listReviewBranches", run -> run.setVariable("branches", list("YL0901", "YL0904")));
    MODELS.delegates.put(
        "startReviewBranch",
        run ->
            run.setVariableLocal(
                "branchState",
                exempt.contains((String) run.getVariable("branch"))
                    ? "EXEMPT"
                    : blocked.contains((String) run.getVariable("branch"))
                        ? "BLOCKED"
                        : "RUNNING"));
    MODELS.delegates.put(
        "checkReviewStarted",
        run -> run.setVariable("startResult", blocked.isEmpty() ? "ALL" : "BLOCKED"));
    found("OPEN", "YL0904");
    deployment = GuidanceEngine.deploy(ENGINE.getProcessEngine(), MODEL);
  }

  @AfterEach
  void removeDeployments() {
    BpmnAwareTests.reset();
    ENGINE.getRepositoryService().deleteDeployment(deployment, true);
  }

  @Proves("B01")
  @Test
  void everyBranchIsStartedAndToldAndTheLateOnesAreReminded() {
    start();
    assertThat(task("UserTask_DeployReviewYear"))
        .hasCandidateGroup("office-YL09")
        .hasCandidateGroup("secretary-YL09");
    deploy();
    assertThat(MODELS.notices)
        .containsExactlyInAnyOrder(
            new Notice("review-year-deployed", "YL0901", null),
            new Notice("review-year-deployed", "YL0904", null));
    assertThat(year).isWaitingAt("Timer_Reminder");
    MODELS.notices.clear();
    assertThat(fire("Timer_Reminder")).isEqualTo(REMINDER);
    assertThat(MODELS.notices).containsExactly(new Notice("review-year-reminder", "YL0904", null));
    found("SETTLED");
    assertThat(fire("Timer_YearDue")).isEqualTo(DUE);
    assertThat(year).isEnded().hasPassed("ServiceTask_WriteSummary");
    assertThat(MODELS.ended).isEqualTo(1);
  }

  @Proves("E34")
  @Test
  void branchesThatCannotBeStartedAreTriedAgainOrLeftForTheEnd() {
    blocked.add("YL0904");
    start();
    deploy();
    assertThat(MODELS.notices).containsExactly(new Notice("review-year-deployed", "YL0901", null));
    assertThat(task("UserTask_ResolveBlockedBranches")).hasCandidateGroup("office-YL09");
    complete("UserTask_ResolveBlockedBranches", Map.of("blockedDecision", "RETRY"));
    assertThat(year).isWaitingAt("UserTask_ResolveBlockedBranches");
    complete("UserTask_ResolveBlockedBranches", Map.of("blockedDecision", "CONTINUE"));
    assertThat(year).isWaitingAt("Timer_Reminder");
  }

  @Proves({"B01", "E34"})
  @Test
  void whoIsLateIsDealtWithOnRecordAndNothingPassesBySilence() {
    start();
    deploy();
    fire("Timer_Reminder");
    found("OPEN", "YL0901", "YL0904");
    MODELS.notices.clear();
    fire("Timer_YearDue");
    assertThat(MODELS.notices).containsExactly(new Notice("review-year-overdue", "YL09", null));
    assertThat(tasks("UserTask_HandleOverdue")).hasSize(2);
    assertThat(task("UserTask_HandleOverdue"))
        .hasCandidateGroup("secretary-YL09")
        .hasCandidateGroup("office-YL09");
    exempt.add(branchOf(task("UserTask_HandleOverdue")));
    complete("UserTask_HandleOverdue", Map.of("handling", "EXEMPT"));
    assertThat(ENGINE.getRuntimeService().getVariables(year.getId()))
        .as("one branch's answer is not offered for the next one")
        .doesNotContainKeys("handling", "handledDate");
    found("WAITING");
    complete("UserTask_HandleOverdue", Map.of("handling", "ORDER"));
    assertThat(year).isWaitingAt("Timer_NextCheck");
    assertThat(MODELS.notices)
        .extracting(Notice::event)
        .containsExactly("review-year-overdue", "review-year-exempt", "review-year-handled");
    found("SETTLED");
    assertThat(fire("Timer_NextCheck")).isEqualTo(NEXT);
    assertThat(year).isEnded();
  }

  private void start() {
    year =
        ENGINE
            .getRuntimeService()
            .startProcessInstanceByKey(
                "member-review-year",
                Map.of("organization", "YL09", "organizationName", "镇党委", "year", 2026));
  }

  private static void deploy() {
    complete(
        "UserTask_DeployReviewYear",
        Map.of("remindDate", REMINDER, "reviewEndDate", DUE, "yearDueDate", DUE));
  }

  private static void found(String result, String... open) {
    MODELS.delegates.put(
        "reviewYearState",
        run -> {
          run.setVariable("yearResult", result);
          run.setVariable("openBranches", list(open));
          run.setVariable("remindedBranches", list(open));
          run.setVariable("nextCheckDate", NEXT);
        });
  }

  private static String branchOf(Task task) {
    return (String) ENGINE.getTaskService().getVariable(task.getId(), "branch");
  }

  private static Date fire(String timer) {
    return GuidanceEngine.fire(ENGINE.getProcessEngine(), timer);
  }

  private static void complete(String element, Map<String, Object> facts) {
    GuidanceEngine.complete(ENGINE.getProcessEngine(), element, facts);
  }

  private static Task task(String element) {
    return tasks(element).get(0);
  }

  private static List<Task> tasks(String element) {
    return GuidanceEngine.tasks(ENGINE.getProcessEngine(), element);
  }

  /** What the model asks about a branch. */
  public static final class Branches {
    public String name(String branch) {
      return "支部" + branch;
    }

    public Date handledDate(String caseId, String branch) {
      return NEXT;
    }
  }
}
