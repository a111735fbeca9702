package org.dangwu.debriefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.dangwu.debriefing.DebriefEngine.inDays;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.dangwu.models.Proves;
import org.dangwu.testing.BareSteps;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Walks every path of the debriefing of secretaries, of their reports and of the feedback to them;
 * together all nodes and flows.
 */
class DebriefingProcessTest {

  private static final DebriefEngine MODELS = new DebriefEngine();

  @RegisterExtension
  static final ProcessEngineCoverageExtension ENGINE =
      ProcessEngineCoverageExtension.builder(MODELS.configuration)
          .excludeProcessDefinitionKeys(DebriefEngine.CALLED.keySet().toArray(String[]::new))
          .assertClassCoverageAtLeast(1.0)
          .build();

  private final BareSteps steps = new BareSteps(ENGINE::getProcessEngine);

  private List<String> deployments;
  private ProcessInstance run;

  @BeforeEach
  void deployModels() {
    // The applications of other tests have engines in this JVM too.
    BpmnAwareTests.init(ENGINE.getProcessEngine());
    MODELS.reset();
    deployments = DebriefEngine.deploy(ENGINE.getRepositoryService());
  }

  @AfterEach
  void removeDeployments() {
    BpmnAwareTests.reset();
    deployments.forEach(id -> ENGINE.getRepositoryService().deleteDeployment(id, true));
  }

  @Proves({"C01", "C02", "C10", "C14", "C20", "C21"})
  @Test
  void wholeDebriefingReachesTheArchive() {
    MODELS.rectificationItems = List.of("i1", "i3");
    decided();
    finishOutcome();
    assertThat(run)
        .hasPassed(
            "ServiceTask_FreezeScope",
            "SubProcess_Plan",
            "CallActivity_Report",
            "UserTask_FieldCheck",
            "SubProcess_Session",
            "SubProcess_Appraise",
            "ServiceTask_Decided",
            "SubProcess_Outcome")
        .hasNotPassed("UserTask_CommentWritten", "UserTask_DecideMeasures");
    confirmPersonnelFiles();
    assertThat(MODELS.done).contains("freezeDebriefScope", "debriefFilingTargets", "archive");
    assertThat(run).as("what is to be put right outlives the file").isNotEnded();
    assertThat(steps.tasks("UserTask_PutRight"))
        .extracting(task -> ENGINE.getTaskService().getVariable(task.getId(), "organization"))
        .containsExactlyInAnyOrder("o1", "o3");
    steps.completeAll("UserTask_PutRight", Map.of());
    assertThat(run).isEnded();
    assertThat(MODELS.done).contains("procedureEnd");
    assertThat(MODELS.notices).contains("debrief-archived");
  }

  // ------------------------------------------------------------------ plan

  @Proves({"C01", "C03", "C15"})
  @Test
  void planIsTheOrganizersWorkAndTheSecretarysDecision() {
    start();
    assertThat(steps.candidates("UserTask_MakeDebriefPlan")).containsExactly("staff-YL");
    steps.complete("UserTask_MakeDebriefPlan", Map.of());
    assertThat(steps.candidates("UserTask_ApproveDebriefPlan")).containsExactly("principal-YL");
    steps.complete("UserTask_ApproveDebriefPlan", Map.of("planDecision", "RETURN"));
    assertThat(run).isWaitingAt("UserTask_MakeDebriefPlan");
    steps.complete("UserTask_MakeDebriefPlan", Map.of());
    steps.complete("UserTask_ApproveDebriefPlan", Map.of("planDecision", "APPROVE"));
    steps.runJobs();
    assertThat(MODELS.notices)
        .containsOnly("debrief-report-invited", "debrief-session-called")
        .hasSize(5);
    assertThat(MODELS.told).containsExactlyInAnyOrder("p1", "p2", "p3", "u1", "u2");
  }

  // ------------------------------------------------------------------ reports and field checks

  @Proves({"C06", "C07"})
  @Test
  void reportIsReturnedUntilItPassesAndTheOthersGoOn() {
    planned();
    assertThat(steps.tasks("UserTask_WriteDebriefReport"))
        .extracting(Task::getAssignee)
        .containsExactlyInAnyOrder("p1", "p2", "p3");
    steps.complete(report("e1"), Map.of());
    assertThat(steps.candidates("UserTask_ReviewDebriefReport")).containsExactly("staff-YL");
    assertThat(steps.variables("UserTask_ReviewDebriefReport"))
        .containsEntry("debriefer", "p1")
        .containsEntry("organization", "o1")
        .containsEntry("organizationName", "单位1")
        .containsEntry("superior", "YL")
        .containsEntry("caseId", "case-1");
    steps.complete(
        "UserTask_ReviewDebriefReport",
        Map.of("reportDecision", "RETURN", "reportDueDate", inDays(24)));
    assertThat(report("e1").getDueDate()).as("the new day is his alone").isEqualTo(inDays(24));
    assertThat(report("e2").getDueDate()).isEqualTo(inDays(20));
    reports();
    assertThat(steps.open()).containsExactly("UserTask_FieldCheck");
  }

  @Proves("C06")
  @Test
  void whoHandsInNoReportInTimeIsReminded() {
    planned();
    MODELS.notices.clear();
    MODELS.told.clear();
    steps.fire("Timer_DebriefReportDue");
    assertThat(MODELS.notices).containsExactly("debrief-report-overdue");
    assertThat(MODELS.told).hasSize(1).first().asString().startsWith("p");
    assertThat(steps.tasks("UserTask_WriteDebriefReport"))
        .as("nothing is taken as handed in by silence")
        .hasSize(3);
  }

  @Proves("C06")
  @Test
  void reportThatStaysOutIsPostponedOrRegisteredAndHoldsUpNobody() {
    planned();
    steps.fire("Timer_DebriefReportDue");
    Task handling = steps.task("UserTask_HandleMissingReport");
    String debriefer = (String) steps.variables("UserTask_HandleMissingReport").get("debriefer");
    assertThat(steps.candidates("UserTask_HandleMissingReport")).containsExactly("staff-YL");
    steps.complete(handling, Map.of("missingReportDecision", "EXTEND", "extendedDate", inDays(23)));
    steps.fire("Timer_ExtendedReport");
    steps.complete("UserTask_HandleMissingReport", Map.of("missingReportDecision", "MISSING"));
    steps.runJobs();
    assertThat(steps.tasks("UserTask_WriteDebriefReport"))
        .extracting(Task::getAssignee)
        .hasSize(2)
        .doesNotContain(debriefer);
    reports();
    steps.completeAll("UserTask_FieldCheck", Map.of());
    assertThat(run).isWaitingAt("SubProcess_Session");
  }

  @Proves("C06")
  @Test
  void reportThatComesWhileItIsAskedForLeavesNothingToHandle() {
    planned();
    steps.fire("Timer_DebriefReportDue");
    assertThat(steps.tasks("UserTask_HandleMissingReport")).hasSize(1);
    reports();
    assertThat(steps.tasks("UserTask_HandleMissingReport")).isEmpty();
  }

  @Proves("C08")
  @Test
  void eachTeamReportsOnItsFieldCheck() {
    planned();
    assertThat(steps.tasks("UserTask_FieldCheck"))
        .extracting(Task::getAssignee)
        .containsExactlyInAnyOrder("leader-f1", "leader-f2");
    assertThat(steps.task("UserTask_FieldCheck").getDueDate()).isEqualTo(inDays(25));
    reports();
    assertThat(run).hasNotPassed("Gateway_DebriefingPrepared");
    steps.completeAll("UserTask_FieldCheck", Map.of());
    assertThat(run).isWaitingAt("SubProcess_Session");
  }

  // ------------------------------------------------------------------ session

  @Proves({"C10", "C11"})
  @Test
  void eachOneReportsAndIsCommentedOnBeforeTheNext() {
    prepared();
    assertThat(steps.candidates("UserTask_RecordSessionAttendance")).containsExactly("recorder-YL");
    attend("e1", "e2");
    assertThat(steps.variables("UserTask_HoldDebrief")).containsEntry("entryId", "e1");
    steps.complete("UserTask_HoldDebrief", Map.of());
    assertThat(steps.variables("UserTask_RecordComment")).containsEntry("entryId", "e1");
    assertThat(steps.tasks("UserTask_HoldDebrief")).isEmpty();
    steps.complete("UserTask_RecordComment", Map.of());
    assertThat(steps.variables("UserTask_HoldDebrief")).containsEntry("entryId", "e2");
  }

  @Proves("C11")
  @Test
  void commentsMayBeMadeTogetherAfterAllReports() {
    MODELS.plan.put("commentMode", "COLLECTIVE");
    prepared();
    attend("e1", "e2", "e3");
    for (String entry : List.of("e1", "e2", "e3")) {
      assertThat(steps.variables("UserTask_HoldDebriefInTurn")).containsEntry("entryId", entry);
      steps.complete("UserTask_HoldDebriefInTurn", Map.of());
    }
    steps.complete("UserTask_RecordCollectiveComments", Map.of());
    assertThat(run).isWaitingAt("SubProcess_Session");
    rate();
    assertThat(steps.open()).containsExactly("UserTask_DraftOpinions");
  }

  @Proves({"C12", "C13"})
  @Test
  void ratingIsABallotWithItsRoundThatIsSummedUp() {
    prepared();
    attend("e1");
    debrief("e1");
    assertThat(steps.candidates("UserTask_PrepareRating")).containsExactly("staff-YL");
    steps.complete("UserTask_PrepareRating", Map.of());
    assertThat(steps.variables("UserTask_Vote"))
        .containsEntry("ballotRound", "r1")
        .containsEntry("caseId", "case-1")
        .doesNotContainKey("entryId");
    steps.complete("UserTask_Vote", Map.of());
    assertThat(MODELS.done).contains("summarizeDebriefRating");
  }

  @Proves("C12")
  @Test
  void sessionWithoutRatersGoesOnWithoutABallot() {
    MODELS.rates = false;
    prepared();
    attend("e1");
    debrief("e1");
    steps.complete("UserTask_PrepareRating", Map.of());
    assertThat(steps.open()).containsExactly("UserTask_DraftOpinions");
    assertThat(MODELS.done).doesNotContain("summarizeDebriefRating");
  }

  @Proves({"E29", "E26"})
  @Test
  void whoIsAbsentReportsInTheNextSessionOrInWriting() {
    prepared();
    MODELS.notices.clear();
    attendWithout("e1");
    assertThat(steps.candidates("UserTask_DecideAbsent")).containsExactly("principal-YL");
    steps.complete(
        "UserTask_DecideAbsent",
        Map.of("nextSession", "YES", "hasWritten", "YES", "sessionDate", inDays(33)));
    debrief("e1");
    rate();
    assertThat(MODELS.notices).containsOnly("debrief-session-called").hasSize(2);
    assertThat(steps.task("UserTask_RecordSessionAttendance").getDueDate()).isEqualTo(inDays(33));
    attend("e2");
    debrief("e2");
    rate();
    assertThat(steps.candidates("UserTask_CommentWritten")).containsExactly("recorder-YL");
    steps.complete("UserTask_CommentWritten", Map.of());
    assertThat(run).isWaitingAt("SubProcess_Appraise");
  }

  @Proves("C03")
  @Test
  void withoutAnybodyOnSiteThereIsNoSession() {
    MODELS.plan.putAll(Map.of("hasSession", "NO", "hasWritten", "YES"));
    prepared();
    assertThat(run).isWaitingAt("UserTask_CommentWritten").hasNotPassed("SubProcess_Session");
  }

  // ------------------------------------------------------------------ grades

  @Proves({"C15", "E27"})
  @Test
  void tooManyGoodGoBackToTheDraftBeforeTheyAreStudied() {
    sessionHeld();
    draft(3, 2);
    assertThat(steps.open()).containsExactly("UserTask_DraftOpinions");
    draft(3, 1);
    assertThat(steps.candidates("UserTask_StudyGrades")).containsExactly("recorder-YL");
  }

  @Proves({"C16", "E27", "E28"})
  @Test
  void studyNeedsHalfPresentAndMoreThanHalfOfThoseDueToAgree() {
    sessionHeld();
    draft(3, 1);
    study(9, 10, 5);
    assertThat(steps.open()).as("more present than due").containsExactly("UserTask_StudyGrades");
    study(9, 4, 0);
    assertThat(steps.open()).containsExactly("UserTask_PostponeStudy");
    steps.complete("UserTask_PostponeStudy", Map.of("studyDate", inDays(45)));
    assertThat(steps.task("UserTask_StudyGrades").getDueDate()).isEqualTo(inDays(45));
    study(8, 8, 4);
    assertThat(steps.open())
        .as("half of those due is not more than half")
        .containsExactly("UserTask_DraftOpinions");
    draft(3, 1);
    study(8, 8, 5);
    assertThat(run).hasPassed("EndEvent_Appraised");
  }

  @Proves({"C15", "E27"})
  @Test
  void gradesChangedInTheStudyAreCheckedOnceMore() {
    sessionHeld();
    draft(3, 1);
    steps.complete(
        "UserTask_StudyGrades",
        Map.of("studyDue", 9, "studyPresent", 9, "studyApprove", 9, "goodCount", 2));
    assertThat(steps.open()).containsExactly("UserTask_StudyGrades");
    steps.complete(
        "UserTask_StudyGrades",
        Map.of("studyDue", 9, "studyPresent", 9, "studyApprove", 9, "goodCount", 1));
    assertThat(run).hasPassed("ServiceTask_Decided");
  }

  // ------------------------------------------------------------------ outcome

  @Proves({"C17", "C21"})
  @Test
  void eachOneLearnsHisResultAndListsWhatHeWillPutRight() {
    decided();
    assertThat(steps.tasks("UserTask_AcknowledgeDebriefResult"))
        .extracting(Task::getAssignee)
        .containsExactlyInAnyOrder("p1", "p2", "p3");
    MODELS.notices.clear();
    steps.fire("Timer_ResultUnread");
    assertThat(MODELS.notices).containsExactly("debrief-result-unread");
    steps.completeAll("UserTask_AcknowledgeDebriefResult", Map.of());
    assertThat(steps.tasks("UserTask_ListSecretaryRectification"))
        .as("who moved away lists nothing")
        .extracting(Task::getAssignee)
        .containsExactlyInAnyOrder("p1", "p3");
    steps.completeAll("UserTask_ListSecretaryRectification", Map.of());
    assertThat(steps.candidates("UserTask_ReviewRectificationList")).containsExactly("staff-YL");
    steps.completeAll("UserTask_ReviewRectificationList", Map.of("listDecision", "RETURN"));
    steps.completeAll("UserTask_ListSecretaryRectification", Map.of());
    steps.completeAll("UserTask_ReviewRectificationList", Map.of("listDecision", "PASS"));
    assertThat(run).hasPassed("CallActivity_Result");
  }

  @Proves("C17")
  @Test
  void whoDoesNotConfirmIsToldInAnotherWayWhichIsRecorded() {
    decided();
    steps.fire("Timer_ResultUnread");
    assertThat(steps.candidates("UserTask_RecordDebriefFeedback")).containsExactly("staff-YL");
    steps.complete(
        "UserTask_RecordDebriefFeedback",
        Map.of("debriefFeedback", "WAIT", "newFeedbackDate", inDays(66)));
    steps.fire("Timer_FeedbackExtended");
    steps.complete("UserTask_RecordDebriefFeedback", Map.of("debriefFeedback", "TOLD"));
    assertThat(steps.tasks("UserTask_AcknowledgeDebriefResult")).hasSize(2);
  }

  @Proves("C21")
  @Test
  void whoListsNothingInTimeIsRemindedWithTheSuperior() {
    decided();
    steps.completeAll("UserTask_AcknowledgeDebriefResult", Map.of());
    MODELS.notices.clear();
    steps.fire("Timer_ListDue");
    assertThat(MODELS.notices).containsExactly("debrief-list-overdue");
    assertThat(steps.tasks("UserTask_ListSecretaryRectification")).hasSize(2);
  }

  @Proves("C23")
  @Test
  void lowGradesAreTalkedAboutWhenTheSecretaryDecidesSo() {
    MODELS.talkEntries = List.of("e1", "e3");
    decided();
    assertThat(steps.candidates("UserTask_DecideMeasures")).containsExactly("principal-YL");
    steps.complete(
        steps.task("UserTask_DecideMeasures", "entryId", "e1"), Map.of("measure", "TALK"));
    steps.complete(
        steps.task("UserTask_DecideMeasures", "entryId", "e3"), Map.of("measure", "NONE"));
    steps.runJobs();
    assertThat(steps.tasks("UserTask_HoldLowGradeTalk")).hasSize(1);
    assertThat(steps.variables("UserTask_HoldLowGradeTalk")).containsEntry("entryId", "e1");
    steps.completeAll("UserTask_HoldLowGradeTalk", Map.of());
    assertThat(run).hasPassed("SubProcess_LowGrades");
  }

  @Proves({"C17", "C18"})
  @Test
  void noticeIsApprovedAndReportsStayOpenForRemarks() {
    decided();
    steps.complete("UserTask_DraftDebriefNotice", Map.of());
    assertThat(steps.candidates("UserTask_ApproveDebriefNotice")).containsExactly("principal-YL");
    steps.complete("UserTask_ApproveDebriefNotice", Map.of("noticeDecision", "RETURN"));
    steps.complete("UserTask_DraftDebriefNotice", Map.of());
    steps.complete("UserTask_ApproveDebriefNotice", Map.of("noticeDecision", "APPROVE"));
    steps.runJobs();
    assertThat(MODELS.done).contains("publishDebriefNotice");
    steps.complete("UserTask_PrepareReports", Map.of());
    steps.runJobs();
    assertThat(steps.tasks("UserTask_HandleRemarks")).as("remarks may still come").isEmpty();
    steps.fire("Timer_RemarksDue");
    assertThat(steps.candidates("UserTask_HandleRemarks")).containsExactly("staff-YL");
  }

  @Proves("C22")
  @ParameterizedTest
  @CsvSource({
    "YES,UserTask_ReceiveReportUp,staff-superior",
    "NO,UserTask_RecordReportReceipt,staff-YL"
  })
  void reportGoesUpInTimeAndIsReceipted(String superior, String receipt, String group) {
    MODELS.plan.put("hasSuperior", superior);
    decided();
    MODELS.notices.clear();
    assertThat(steps.task("UserTask_ReportUp").getDueDate()).isEqualTo(inDays(60));
    steps.fire("Timer_ReportUpDue");
    assertThat(MODELS.notices).containsExactly("debrief-report-up-due");
    steps.complete("UserTask_ReportUp", Map.of());
    assertThat(steps.candidates(receipt)).containsExactly(group);
    steps.complete(receipt, Map.of());
    assertThat(run).hasPassed("SubProcess_ReportUp");
  }

  @Proves({"C19", "E31"})
  @Test
  void personnelFilesAreReceiptedAndAnIncompleteFileGoesBack() {
    MODELS.archiveIncomplete = true;
    decided();
    finishOutcome();
    assertThat(steps.candidates("UserTask_ConfirmPersonnelFiles")).containsExactly("staff-YL");
    confirmPersonnelFiles();
    assertThat(steps.candidates("UserTask_CompleteDebriefArchive")).containsExactly("archivist-YL");
    steps.complete("UserTask_CompleteDebriefArchive", Map.of());
    steps.runJobs();
    assertThat(run).isEnded();
    assertThat(MODELS.done).containsOnlyOnce("archive");
  }

  // ------------------------------------------------------------------ at any time

  @Proves("E25")
  @Test
  void whoIsNoLongerSecretaryIsNotWaitedForAndHisSuccessorWrites() {
    planned();
    MODELS.leaves = "e2";
    MODELS.joins = "e9";
    MODELS.notices.clear();
    replace();
    assertThat(MODELS.notices).containsExactly("debrief-secretary-replaced");
    assertThat(steps.tasks("UserTask_WriteDebriefReport"))
        .extracting(Task::getAssignee)
        .containsExactlyInAnyOrder("p1", "p3", "p9");
    assertThat(steps.task("UserTask_WriteDebriefReport", "entryId", "e9").getDueDate())
        .isEqualTo(inDays(20));
    reports();
    assertThat(run).hasPassed("EndEvent_ReplacementApplied", "CallActivity_Report");
    steps.completeAll("UserTask_FieldCheck", Map.of());
    assertThat(run).isWaitingAt("SubProcess_Session");
  }

  @Proves("E25")
  @Test
  void whoLeavesDuringTheFeedbackIsNotWaitedFor() {
    decided();
    MODELS.leaves = "e3";
    replace();
    assertThat(steps.tasks("UserTask_AcknowledgeDebriefResult"))
        .extracting(Task::getAssignee)
        .containsExactlyInAnyOrder("p1", "p2");
    assertThat(steps.tasks("UserTask_WriteDebriefReport")).isEmpty();
  }

  @Proves("E26")
  @Test
  void otherModeIsAskedForAndDecidedByTheSecretary() {
    planned();
    MODELS.notices.clear();
    MODELS.told.clear();
    act("DebriefModeChangeRequested");
    ENGINE
        .getTaskService()
        .setVariable(steps.task("UserTask_RequestModeChange").getId(), "entryId", "e2");
    steps.complete("UserTask_RequestModeChange", Map.of("requestState", "SUBMITTED"));
    assertThat(steps.candidates("UserTask_DecideModeChange")).containsExactly("principal-YL");
    assertThat(steps.variables("UserTask_DecideModeChange")).containsEntry("debriefer", "p2");
    steps.complete("UserTask_DecideModeChange", Map.of("modeDecision", "AGREE"));
    steps.runJobs();
    assertThat(MODELS.done).contains("applyModeChange");
    assertThat(MODELS.notices).containsExactly("debrief-mode-decided");
    assertThat(MODELS.told).containsExactly("p2");
    assertThat(run).hasPassed("EndEvent_ModeDecided");
  }

  @Proves("E33")
  @Test
  void violationIsHandedOverWhileTheDebriefingGoesOn() {
    planned();
    MODELS.notices.clear();
    act("ViolationHandover");
    steps.complete("UserTask_RecordDebriefHandover", Map.of("requestState", "SUBMITTED"));
    steps.runJobs();
    assertThat(MODELS.notices).containsExactly("debrief-handed-over");
    assertThat(steps.tasks("UserTask_WriteDebriefReport")).hasSize(3);
    assertThat(run).hasPassed("EndEvent_DebriefHandedOver");
  }

  @Proves("E35")
  @Test
  void terminationIsDecidedAndFilesWhatThereIs() {
    planned();
    MODELS.notices.clear();
    terminate("NO");
    assertThat(MODELS.notices).containsExactly("debrief-termination-refused");
    terminate("YES");
    assertThat(steps.open()).isEmpty();
    assertThat(run).isEnded().hasPassed("EndEvent_DebriefTerminated");
    assertThat(MODELS.done).contains("terminateRun", "archiveAsItIs").doesNotContain("archive");
    assertThat(MODELS.notices).contains("debrief-terminated");
  }

  @ParameterizedTest
  @CsvSource({
    "DebriefSecretaryReplaced,UserTask_RecordReplacement,EndEvent_ReplacementWithdrawn",
    "DebriefModeChangeRequested,UserTask_RequestModeChange,EndEvent_ModeWithdrawn",
    "ViolationHandover,UserTask_RecordDebriefHandover,EndEvent_DebriefHandoverWithdrawn",
    "TerminationRequested,UserTask_RequestDebriefTermination,EndEvent_DebriefTerminationWithdrawn"
  })
  void whoPressedTheButtonByMistakeWithdraws(String message, String task, String end) {
    planned();
    MODELS.notices.clear();
    act(message);
    assertThat(steps.tasks(task)).extracting(Task::getAssignee).containsExactly("s1");
    steps.complete(task, Map.of("requestState", "WITHDRAWN"));
    assertThat(run).hasPassed(end);
    assertThat(steps.tasks("UserTask_WriteDebriefReport")).hasSize(3);
    assertThat(MODELS.done).doesNotContain("applyReplacement", "applyModeChange", "terminateRun");
    assertThat(MODELS.notices).isEmpty();
  }

  // ------------------------------------------------------------------ steps

  private void start() {
    run =
        ENGINE
            .getRuntimeService()
            .startProcessInstanceByKey(
                DebriefingProcess.KEY,
                "DB-2026-YL",
                new HashMap<>(
                    Map.of(
                        "organization",
                        "YL",
                        "organizationName",
                        "云岭县委",
                        "procedure",
                        "debriefing",
                        "year",
                        2026)));
  }

  private void planned() {
    start();
    steps.complete("UserTask_MakeDebriefPlan", Map.of());
    steps.complete("UserTask_ApproveDebriefPlan", Map.of("planDecision", "APPROVE"));
    steps.runJobs();
  }

  private Task report(String entry) {
    return steps.task("UserTask_WriteDebriefReport", "entryId", entry);
  }

  private void reports() {
    steps.completeAll("UserTask_WriteDebriefReport", Map.of());
    steps.completeAll("UserTask_ReviewDebriefReport", Map.of("reportDecision", "PASS"));
  }

  private void prepared() {
    planned();
    reports();
    steps.completeAll("UserTask_FieldCheck", Map.of());
  }

  private void attend(String... speakers) {
    attendance("NO", speakers);
  }

  private void attendWithout(String... speakers) {
    attendance("YES", speakers);
  }

  private void attendance(String absentees, String... speakers) {
    steps.complete(
        "UserTask_RecordSessionAttendance",
        Map.of(
            "speakers",
            new ArrayList<>(Arrays.asList(speakers)),
            "absentees",
            absentees,
            "nextSession",
            "NO"));
  }

  private void debrief(String entry) {
    assertThat(steps.variables("UserTask_HoldDebrief")).containsEntry("entryId", entry);
    steps.complete("UserTask_HoldDebrief", Map.of());
    steps.complete("UserTask_RecordComment", Map.of());
  }

  private void rate() {
    steps.complete("UserTask_PrepareRating", Map.of());
    steps.complete("UserTask_Vote", Map.of());
    steps.runJobs();
  }

  private void sessionHeld() {
    prepared();
    attend("e1");
    debrief("e1");
    rate();
  }

  private void draft(int graded, int good) {
    steps.complete(
        "UserTask_DraftOpinions",
        Map.of("gradedCount", graded, "goodCount", good, "maxGoodPercent", 40));
  }

  private void study(int due, int present, int approve) {
    steps.complete(
        "UserTask_StudyGrades",
        Map.of("studyDue", due, "studyPresent", present, "studyApprove", approve));
  }

  private void decided() {
    sessionHeld();
    draft(3, 1);
    study(9, 9, 9);
    steps.runJobs();
  }

  private void finishOutcome() {
    steps.completeAll("UserTask_AcknowledgeDebriefResult", Map.of());
    steps.completeAll("UserTask_ListSecretaryRectification", Map.of());
    steps.completeAll("UserTask_ReviewRectificationList", Map.of("listDecision", "PASS"));
    steps.complete("UserTask_DraftDebriefNotice", Map.of());
    steps.complete("UserTask_ApproveDebriefNotice", Map.of("noticeDecision", "APPROVE"));
    steps.complete("UserTask_PrepareReports", Map.of());
    steps.runJobs();
    steps.fire("Timer_RemarksDue");
    steps.complete("UserTask_HandleRemarks", Map.of());
    steps.complete("UserTask_ReportUp", Map.of());
    steps.complete("UserTask_ReceiveReportUp", Map.of());
    steps.runJobs();
  }

  private void confirmPersonnelFiles() {
    steps.complete("UserTask_ConfirmPersonnelFiles", Map.of());
    steps.runJobs();
  }

  private void replace() {
    act("DebriefSecretaryReplaced");
    steps.complete("UserTask_RecordReplacement", Map.of("requestState", "SUBMITTED"));
    steps.runJobs();
  }

  private void terminate(String decision) {
    act("TerminationRequested");
    steps.complete("UserTask_RequestDebriefTermination", Map.of("requestState", "SUBMITTED"));
    steps.complete(
        "UserTask_DecideDebriefTermination",
        Collections.singletonMap("terminationDecision", decision));
    steps.runJobs();
  }

  /** What a person does by a button on the page of the case. */
  private void act(String message) {
    ENGINE
        .getRuntimeService()
        .createMessageCorrelation(message)
        .processInstanceId(run.getId())
        .setVariableToTriggeredScope("requestedBy", "s1")
        .correlate();
  }
}
