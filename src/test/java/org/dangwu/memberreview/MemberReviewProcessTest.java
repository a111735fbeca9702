package org.dangwu.memberreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.dangwu.memberreview.ReviewEngine.inDays;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.dangwu.models.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Walks every path of the review of members and of the organisation life meeting it may be combined
 * with; together all nodes and flows.
 */
class MemberReviewProcessTest {

  private static final ReviewEngine MODELS = new ReviewEngine();

  @RegisterExtension
  static final ProcessEngineCoverageExtension ENGINE =
      ProcessEngineCoverageExtension.builder(MODELS.configuration)
          .excludeProcessDefinitionKeys(ReviewEngine.CALLED.keySet().toArray(String[]::new))
          .assertClassCoverageAtLeast(1.0)
          .build();

  private List<String> deployments;
  private ProcessInstance review;

  @BeforeEach
  void deployModels() {
    // The applications of other tests have engines in this JVM too.
    BpmnAwareTests.init(ENGINE.getProcessEngine());
    MODELS.reset();
    deployments = ReviewEngine.deploy(ENGINE.getRepositoryService());
  }

  @AfterEach
  void removeDeployments() {
    BpmnAwareTests.reset();
    deployments.forEach(id -> ENGINE.getRepositoryService().deleteDeployment(id, true));
  }

  @Proves({"B01", "B06", "B07", "B16", "B21", "B27"})
  @Test
  void wholeReviewReachesTheArchive() {
    graded();
    assembly("PASSED", "NO");
    acknowledgeAll();
    assertThat(review)
        .isEnded()
        .hasPassed(
            "ServiceTask_FreezeRoster",
            "UserTask_MakeReviewPlan",
            "UserTask_Study",
            "SubProcess_SelfReview",
            "SubProcess_PeerReview",
            "SubProcess_Ballot",
            "SubProcess_Analysis",
            "SubProcess_Assembly",
            "SubProcess_Feedback")
        .hasPassed("ServiceTask_FilingTargets", "EndEvent_Archived", "EndEvent_FollowedUp")
        .hasNotPassed("UserTask_ApproveItems", "UserTask_ConveneCommittee", "CallActivity_OrgLife");
    assertThat(MODELS.archived).isOne();
    assertThat(MODELS.filed).isOne();
    assertThat(MODELS.ended).isOne();
    assertThat(MODELS.notices).containsExactlyInAnyOrder("review-concluded", "review-archived");
  }

  // ------------------------------------------------------------------ self-evaluation

  @Proves("B08")
  @Test
  void summaryIsReturnedUntilTheBranchAcceptsIt() {
    planned();
    assertThat(tasks("UserTask_WriteSummary"))
        .extracting(Task::getAssignee)
        .containsExactlyInAnyOrder("p1", "p2", "p3");
    complete(of("UserTask_WriteSummary", "p1"));
    complete(
        "UserTask_CheckSummary", Map.of("summaryResult", "RETURN", "summaryDueDate", inDays(15)));
    assertThat(of("UserTask_WriteSummary", "p1").getDueDate())
        .as("the new day is his alone")
        .isEqualTo(inDays(15));
    assertThat(of("UserTask_WriteSummary", "p2").getDueDate()).isEqualTo(inDays(10));
    complete(of("UserTask_WriteSummary", "p1"));
    complete("UserTask_CheckSummary", Map.of("summaryResult", "ACCEPT"));
    assertThat(tasks("UserTask_WriteSummary"))
        .as("the others go on")
        .extracting(Task::getAssignee)
        .containsExactlyInAnyOrder("p2", "p3");
    assertThat(candidates("UserTask_WriteSummary")).isEmpty();
  }

  @Proves({"E22", "B08"})
  @Test
  void whoHandsNothingInIsRemindedAndStillHandsInInTime() {
    planned();
    fire("Timer_SummaryDue", "p1");
    assertThat(tasks("UserTask_HandleMissingSummary")).hasSize(1);
    complete(
        "UserTask_HandleMissingSummary",
        Map.of("missingDecision", "REMIND", "newSummaryDate", inDays(14)));
    runJobs();
    assertThat(MODELS.notices).containsExactly("review-summary-due");
    assertThat(MODELS.told).containsExactly("p1");
    fire("Timer_NewSummaryDate");
    assertThat(tasks("UserTask_HandleMissingSummary")).hasSize(1);
    complete(of("UserTask_WriteSummary", "p1"));
    complete("UserTask_CheckSummary", Map.of("summaryResult", "ACCEPT"));
    assertThat(tasks("UserTask_HandleMissingSummary"))
        .as("what was missing is there, nothing is left to handle")
        .isEmpty();
  }

  @Proves("E22")
  @ParameterizedTest
  @CsvSource({"REFUSED,EndEvent_SummaryRefused", "DICTATED,EndEvent_SummaryDictated"})
  void refusalAndDictatedSummariesEndThePartOfThatMemberAlone(String decision, String end) {
    planned();
    fire("Timer_SummaryDue", "p2");
    complete("UserTask_HandleMissingSummary", Map.of("missingDecision", decision));
    assertThat(tasks("UserTask_WriteSummary"))
        .extracting(Task::getAssignee)
        .containsExactlyInAnyOrder("p1", "p3");
    assertThat(review).hasPassed(end);
    summaries();
    assertThat(review).isWaitingAt("UserTask_HoldPeerReview");
  }

  // ------------------------------------------------------------------ mutual review

  @Proves({"B03", "B09", "B28"})
  @Test
  void groupsReviewOneAfterTheOtherAndWhatIsUnsuitedIsSpokenOfInPrivate() {
    planned();
    summaries();
    assertThat(tasks("UserTask_HoldPeerReview"))
        .extracting(Task::getAssignee)
        .containsExactly("leader-第一党小组");
    complete("UserTask_HoldPeerReview", Map.of("privateTalks", list("p2", "p3")));
    assertThat(candidates("UserTask_PrivateTalk")).contains("secretary-5301A", "committee-5301A");
    assertThat(tasks("UserTask_PrivateTalk")).hasSize(2);
    completeAll("UserTask_PrivateTalk");
    runJobs();
    assertThat(tasks("UserTask_HoldPeerReview"))
        .extracting(Task::getAssignee)
        .containsExactly("leader-第二党小组");
    complete("UserTask_HoldPeerReview", Map.of("privateTalks", list()));
    assertThat(review).isWaitingAt("UserTask_PrepareBallot");
  }

  @Proves({"B01", "B02", "B28"})
  @ParameterizedTest
  @CsvSource({"ASSEMBLY,UserTask_HoldAsAssembly", "GROUP,UserTask_HoldInGroup"})
  void organisationLifeMeetingComesFirstWhenCombined(String form, String meeting) {
    MODELS.plan.putAll(Map.of("combined", "YES", "orgLifeForm", form));
    planned();
    summaries();
    prepareOrgLife();
    assertThat(tasks(meeting)).isNotEmpty();
    completeAll(meeting);
    runJobs();
    complete("UserTask_ListMeasures", Map.of("measuresDate", inDays(90)));
    assertThat(review).isWaitingAt("UserTask_HoldPeerReview");
  }

  @Proves({"B02", "B05"})
  @Test
  void organisationLifeMeetingOfTheCommitteeNeedsHalfOfItsMembers() {
    MODELS.plan.putAll(Map.of("combined", "YES", "orgLifeForm", "COMMITTEE"));
    planned();
    summaries();
    prepareOrgLife();
    complete("UserTask_HoldAsCommittee", Map.of("committeeMembers", 5, "committeePresent", 2));
    assertThat(tasks("UserTask_HoldAsCommittee")).hasSize(1);
    complete("UserTask_HoldAsCommittee", Map.of("committeeMembers", 5, "committeePresent", 3));
    complete("UserTask_ListMeasures", Map.of("measuresDate", inDays(90)));
    assertThat(review).isWaitingAt("UserTask_HoldPeerReview");
    peers();
    ballots(1);
    analysed();
    assembly("PASSED", "NO");
    acknowledgeAll();
    assertThat(MODELS.archived).as("measures outlive the file").isOne();
    fire("Timer_MeasuresDue");
    complete(
        "UserTask_CheckMeasures", Map.of("measuresState", "OPEN", "measuresDate", inDays(120)));
    fire("Timer_MeasuresDue");
    complete("UserTask_CheckMeasures", Map.of("measuresState", "DONE"));
    runJobs();
    assertThat(review).isEnded();
  }

  // ------------------------------------------------------------------ ballots

  @Proves({"B10", "B13", "B14"})
  @ParameterizedTest
  @CsvSource({"NONE,NO,1,0", "POLL,NO,2,0", "FORUM,YES,2,1", "BOTH,YES,3,1"})
  void ballotsAreThoseOfThePlan(String masses, String committee, int rounds, int forums) {
    MODELS.plan.putAll(Map.of("massesWay", masses, "committeeReview", committee));
    planned();
    summaries();
    peers();
    complete("UserTask_PrepareBallot", Map.of());
    assertThat(tasks("UserTask_Vote")).hasSize(rounds);
    assertThat(tasks("UserTask_MassesForum")).hasSize(forums);
    completeAll("UserTask_MassesForum");
    completeAll("UserTask_Vote");
    assertThat(review).isWaitingAt("UserTask_Analyse");
  }

  @Proves("B10")
  @Test
  void ballotIsCalledWithItsRound() {
    planned();
    summaries();
    peers();
    complete("UserTask_PrepareBallot", Map.of());
    assertThat(ENGINE.getTaskService().getVariables(task("UserTask_Vote").getId()))
        .containsEntry("ballotRound", "r1")
        .containsEntry("caseId", "case-1")
        .doesNotContainKey("member");
  }

  // ------------------------------------------------------------------ analysis

  @Proves({"B04", "B05", "B17"})
  @Test
  void committeeStudiesOnlyWithHalfOfItsMembers() {
    MODELS.members = List.of("p1", "p2", "p3", "p4", "p5", "p6", "p7");
    balloted();
    assertThat(candidates("UserTask_ConveneCommittee")).containsExactly("secretary-5301A");
    complete("UserTask_ConveneCommittee", Map.of("committeeMembers", 4, "committeePresent", 1));
    assertThat(review).isWaitingAt("UserTask_ConveneCommittee");
    complete("UserTask_ConveneCommittee", Map.of("committeeMembers", 4, "committeePresent", 2));
    assertThat(review).isWaitingAt("UserTask_Analyse");
  }

  @Proves("B17")
  @Test
  void branchWithoutCommitteeGoesStraightToTheStudyForItsAssembly() {
    balloted();
    assertThat(review).isWaitingAt("UserTask_Analyse").hasNotPassed("UserTask_ConveneCommittee");
  }

  @Proves({"B15", "B26", "E13"})
  @Test
  void whatNeedsProofIsVerifiedBeforeTheStudyGoesOn() {
    balloted();
    complete(
        "UserTask_Analyse", Map.of("verificationNeeded", "YES", "verifications", list("v1", "v2")));
    runJobs();
    assertThat(tasks("UserTask_Investigate"))
        .extracting(task -> ENGINE.getTaskService().getVariable(task.getId(), "verificationId"))
        .containsExactlyInAnyOrder("v1", "v2");
    completeAll("UserTask_Investigate");
    runJobs();
    assertThat(review).isWaitingAt("UserTask_Analyse");
    analysed();
    assertThat(review).isWaitingAt("UserTask_HoldAssembly");
  }

  @Proves({"B18", "E12"})
  @Test
  void tooManyExcellentAreReducedOrNeedTheSuperiorsConsent() {
    balloted();
    analyse(23, 8);
    assertThat(review).isWaitingAt("UserTask_DecideQuota");
    complete("UserTask_DecideQuota", Map.of("quotaDecision", "REDUCE"));
    analyse(23, 8);
    complete("UserTask_DecideQuota", Map.of("quotaDecision", "OVERRIDE"));
    assertThat(candidates("UserTask_ApproveQuota")).contains("secretary-base");
    complete("UserTask_ApproveQuota", Map.of("quotaApproval", "REFUSED"));
    assertThat(review).isWaitingAt("UserTask_Analyse");
    analyse(23, 8);
    complete("UserTask_DecideQuota", Map.of("quotaDecision", "OVERRIDE"));
    complete("UserTask_ApproveQuota", Map.of("quotaApproval", "APPROVED"));
    assertThat(review).isWaitingAt("UserTask_HoldAssembly").hasPassed("EndEvent_QuotaOverridden");
  }

  @Proves("B18")
  @Test
  void aThirdIsWithinTheQuotaAndFiguresThatCannotBeGoBack() {
    balloted();
    analyse(23, 24);
    assertThat(review).isWaitingAt("UserTask_Analyse").hasNotPassed("UserTask_DecideQuota");
    analyse(23, 7);
    assertThat(review).isWaitingAt("UserTask_HoldAssembly");
  }

  // ------------------------------------------------------------------ assembly

  @Proves({"B16", "E10"})
  @Test
  void assemblyNeedsItsQuorumAndItsMajorityOfThoseDue() {
    analysedOnce();
    vote(16, 17, 9);
    assertThat(review).as("more present than due").isWaitingAt("UserTask_HoldAssembly");
    vote(16, 7, 7);
    assertThat(review).isWaitingAt("UserTask_SetAssemblyDate");
    complete("UserTask_SetAssemblyDate", Map.of("assemblyDate", inDays(33)));
    vote(16, 8, 8);
    assertThat(review)
        .as("half of those due is not more than half")
        .isWaitingAt("UserTask_DiscussAgain");
    complete("UserTask_DiscussAgain", Map.of("assemblyDate", inDays(36)));
    vote(16, 16, 9);
    assertThat(review).hasPassed("EndEvent_Passed");
  }

  @Proves("E10")
  @Test
  void whatFailsTwiceIsForTheSuperior() {
    analysedOnce();
    vote(16, 16, 8);
    complete("UserTask_DiscussAgain", Map.of("assemblyDate", inDays(36)));
    ENGINE.getRuntimeService().setVariable(review.getId(), "approvalNeeded", "YES");
    vote(16, 16, 8);
    runJobs();
    assertThat(review)
        .hasPassed("EndEvent_ReportedToSuperior")
        .isWaitingAt("UserTask_ApproveItems");
  }

  // ------------------------------------------------------------------ approval

  @Proves({"B19", "B20", "E14"})
  @Test
  void whatTheSuperiorReturnsIsStudiedAgain() {
    graded();
    assembly("PASSED", "YES");
    assertThat(candidates("UserTask_ApproveItems")).contains("secretary-base", "principal-base");
    complete("UserTask_ApproveItems", Map.of("itemsReturned", "YES"));
    assertThat(review).isWaitingAt("UserTask_Analyse").hasNotPassed("SubProcess_Feedback");
    analysed();
    assembly("PASSED", "YES");
    complete("UserTask_ApproveItems", Map.of("itemsReturned", "NO"));
    assertThat(tasks("UserTask_AcknowledgeResult")).hasSize(3);
  }

  @Proves("E06")
  @ParameterizedTest
  @ValueSource(strings = {"Timer_ApprovalReminder", "Timer_ApprovalOverdue"})
  void superiorIsRemindedAndNeverTakenToAgreeBySilence(String timer) {
    graded();
    assembly("PASSED", "YES");
    fire(timer);
    assertThat(MODELS.notices)
        .containsExactly("review-approval-pending", "review-approval-pending");
    assertThat(review).isWaitingAt("UserTask_ApproveItems");
  }

  // ------------------------------------------------------------------ feedback

  @Proves({"B21", "E24"})
  @Test
  void objectionIsHeardByTheBranchAndDecidedByTheSuperior() {
    graded();
    assembly("PASSED", "NO");
    object("p2", "KEEP");
    assertThat(MODELS.notices).containsExactly("review-objection-decided");
    assertThat(MODELS.told).containsExactly("p2");
    acknowledgeAll();
    assertThat(review).isEnded().hasPassed("EndEvent_GradeKept");
  }

  @Proves("E24")
  @Test
  void objectionThatIsRightLeadsToANewStudy() {
    MODELS.resultsChanged.add("YES");
    graded();
    assembly("PASSED", "NO");
    object("p2", "CHANGE");
    acknowledgeAll();
    assertThat(review).isWaitingAt("UserTask_Analyse").hasPassed("EndEvent_GradeReopened");
    assertThat(MODELS.archived).isZero();
    analysed();
    assembly("PASSED", "NO");
    acknowledgeAll();
    assertThat(review).isEnded();
  }

  @Proves("B21")
  @Test
  void whoDoesNotAnswerIsToldInAnotherWayWhichIsRecorded() {
    graded();
    assembly("PASSED", "NO");
    fire("Timer_FeedbackDue", "p3");
    complete(
        "UserTask_RecordFeedback", Map.of("feedbackWay", "WAIT", "newFeedbackDate", inDays(66)));
    fire("Timer_NewFeedbackDate");
    complete("UserTask_RecordFeedback", Map.of("feedbackWay", "TOLD"));
    assertThat(tasks("UserTask_AcknowledgeResult"))
        .extracting(Task::getAssignee)
        .containsExactlyInAnyOrder("p1", "p2");
    acknowledgeAll();
    assertThat(review).isEnded().hasPassed("EndEvent_FeedbackRecorded");
  }

  // ------------------------------------------------------------------ follow-up

  @Proves({"B22", "B23", "B24", "B25"})
  @Test
  void resultsArePutToUseEachInItsWayWhileTheFileIsClosed() {
    MODELS.praise = List.of("i1");
    MODELS.help = List.of("i2");
    MODELS.disposals = List.of("d1");
    graded();
    assembly("PASSED", "NO");
    acknowledgeAll();
    assertThat(MODELS.archived).isOne();
    assertThat(MODELS.notices).contains("review-concluded");
    completeAll("UserTask_Praise");
    complete("UserTask_HelpPlan", Map.of("helpDueDate", inDays(150)));
    fire("Timer_HelpDue");
    complete("UserTask_CheckHelp", Map.of("helpOutcome", "AGAIN"));
    complete("UserTask_HelpPlan", Map.of("helpDueDate", inDays(200)));
    fire("Timer_HelpDue");
    complete("UserTask_CheckHelp", Map.of("helpOutcome", "DONE"));
    assertThat(ENGINE.getTaskService().getVariables(task("UserTask_Dispose").getId()))
        .containsEntry("disposalId", "d1")
        .containsEntry("caseId", "case-1");
    assertThat(review).isNotEnded();
    completeAll("UserTask_Dispose");
    runJobs();
    assertThat(review).isEnded();
  }

  @Proves("E21")
  @Test
  void gradesHeldOpenAreLookedAtUntilThereIsAConclusion() {
    MODELS.suspendedOpen = "YES";
    graded();
    assembly("PASSED", "NO");
    acknowledgeAll();
    complete(
        "UserTask_ConcludeSuspended",
        Map.of("suspensionState", "WAIT", "suspensionDate", inDays(365)));
    fire("Timer_SuspensionDate");
    complete("UserTask_ConcludeSuspended", Map.of("suspensionState", "DONE"));
    runJobs();
    assertThat(review).isEnded().hasPassed("EndEvent_SuspensionConcluded");
  }

  @Proves({"B27", "E31"})
  @Test
  void incompleteFileGoesBackToTheOffice() {
    MODELS.archiveIncomplete = true;
    graded();
    assembly("PASSED", "NO");
    acknowledgeAll();
    assertThat(candidates("UserTask_CompleteArchive")).containsExactly("office-base");
    complete("UserTask_CompleteArchive", Map.of());
    runJobs();
    assertThat(review).isEnded();
    assertThat(MODELS.archived).isOne();
  }

  // ------------------------------------------------------------------ at any time

  @Proves({"E15", "E23"})
  @Test
  void whoLeavesTheRosterIsNoLongerWaitedFor() {
    planned();
    MODELS.leaves = "p2";
    changeRoster();
    assertThat(MODELS.rosterChanges).isOne();
    assertThat(MODELS.notices).containsExactly("review-roster-changed");
    assertThat(tasks("UserTask_WriteSummary"))
        .extracting(Task::getAssignee)
        .containsExactlyInAnyOrder("p1", "p3");
    assertThat(review).hasPassed("EndEvent_SummaryClosed");
    summaries();
    assertThat(review).isWaitingAt("UserTask_HoldPeerReview");
  }

  @Proves({"E15", "E23"})
  @Test
  void whoLeavesDuringTheFeedbackIsNoLongerWaitedFor() {
    graded();
    assembly("PASSED", "NO");
    MODELS.leaves = "p1";
    changeRoster();
    assertThat(tasks("UserTask_AcknowledgeResult"))
        .extracting(Task::getAssignee)
        .containsExactlyInAnyOrder("p2", "p3");
    acknowledgeAll();
    assertThat(review).isEnded().hasPassed("EndEvent_FeedbackClosed");
  }

  @Proves("E16")
  @Test
  void whoJoinsBeforeTheBallotHandsInASummaryOfHisOwn() {
    planned();
    MODELS.joins = "p9";
    changeRoster();
    assertThat(tasks("UserTask_WriteLateSummary"))
        .extracting(Task::getAssignee)
        .containsExactly("p9");
    complete("UserTask_WriteLateSummary", Map.of());
    complete("UserTask_CheckLateSummary", Map.of("summaryResult", "RETURN"));
    complete("UserTask_WriteLateSummary", Map.of());
    complete("UserTask_CheckLateSummary", Map.of("summaryResult", "ACCEPT"));
    assertThat(review).hasPassed("EndEvent_LateSummaryAccepted");
    assertThat(tasks("UserTask_WriteSummary")).as("nothing changed for the others").hasSize(3);
  }

  @Proves("E19")
  @Test
  void correctionWithoutALateSummaryOnlyMakesANewRoster() {
    planned();
    changeRoster();
    assertThat(review).hasPassed("EndEvent_RosterChanged");
    assertThat(MODELS.rosterChanges).isOne();
  }

  @Proves({"E18", "D06"})
  @ParameterizedTest
  @CsvSource({"AGREE,1", "REFUSE,0"})
  void nobodyIsLeftOutOfTheDueWithoutTheSuperiorAndTheAssembly(String consent, int assemblies) {
    planned();
    act("DueExclusionRequested", "s1");
    complete("UserTask_ProposeDueExclusion", Map.of("requestState", "SUBMITTED"));
    assertThat(candidates("UserTask_ConsentDueExclusion")).contains("secretary-base");
    complete("UserTask_ConsentDueExclusion", Map.of("superiorConsent", consent));
    assertThat(tasks("UserTask_ResolveDueExclusion")).hasSize(assemblies);
    tasks("UserTask_ResolveDueExclusion")
        .forEach(
            task ->
                ENGINE.getTaskService().complete(task.getId(), Map.of("assemblyConsent", "AGREE")));
    assertThat(MODELS.rosterChanges).isOne();
    assertThat(review).hasPassed("EndEvent_ExclusionApplied");
  }

  @Proves("E33")
  @Test
  void violationIsHandedOverWhileTheReviewGoesOn() {
    planned();
    act("ViolationHandover", "s1");
    complete("UserTask_RecordHandover", Map.of("requestState", "SUBMITTED"));
    runJobs();
    assertThat(MODELS.notices).containsExactly("review-handed-over");
    assertThat(tasks("UserTask_WriteSummary")).hasSize(3);
    assertThat(review).hasPassed("EndEvent_HandedOver");
  }

  @Proves("E35")
  @Test
  void terminationIsForTheSuperiorAndFilesWhatThereIs() {
    planned();
    act("TerminationRequested", "s1");
    complete("UserTask_RequestTermination", Map.of("requestState", "SUBMITTED"));
    complete("UserTask_DecideTermination", Map.of("terminationDecision", "NO"));
    runJobs();
    assertThat(MODELS.notices).containsExactly("review-termination-refused");
    act("TerminationRequested", "s1");
    complete("UserTask_RequestTermination", Map.of("requestState", "SUBMITTED"));
    complete("UserTask_DecideTermination", Map.of("terminationDecision", "YES"));
    assertThat(ENGINE.getTaskService().createTaskQuery().list()).isEmpty();
    runJobs();
    assertThat(review).isEnded().hasPassed("EndEvent_Terminated");
    assertThat(MODELS.terminated).isOne();
    assertThat(MODELS.archivedAsItWas).isOne();
    assertThat(MODELS.notices).contains("review-terminated");
  }

  @ParameterizedTest
  @CsvSource({
    "RosterCorrection,UserTask_RecordRosterChange,EndEvent_RosterWithdrawn",
    "DueExclusionRequested,UserTask_ProposeDueExclusion,EndEvent_ExclusionWithdrawn",
    "ViolationHandover,UserTask_RecordHandover,EndEvent_HandoverWithdrawn",
    "TerminationRequested,UserTask_RequestTermination,EndEvent_TerminationWithdrawn"
  })
  void whoPressedTheButtonByMistakeWithdraws(String message, String task, String end) {
    planned();
    act(message, "s1");
    assertThat(tasks(task)).extracting(Task::getAssignee).containsExactly("s1");
    complete(task, Map.of("requestState", "WITHDRAWN"));
    assertThat(review).hasPassed(end);
    assertThat(tasks("UserTask_WriteSummary")).hasSize(3);
    assertThat(MODELS.rosterChanges).isZero();
    assertThat(MODELS.notices).isEmpty();
  }

  // ------------------------------------------------------------------ steps

  private void planned() {
    review =
        ENGINE
            .getRuntimeService()
            .startProcessInstanceByKey(
                MemberReviewProcess.KEY,
                "MR-2026-5301A",
                new HashMap<>(
                    Map.of(
                        "organization",
                        "5301A",
                        "organizationName",
                        "某局机关第一党支部",
                        "procedure",
                        "member-review",
                        "year",
                        2026)));
    complete("UserTask_MakeReviewPlan", MODELS.plan);
    complete("UserTask_Study", Map.of());
  }

  private void summaries() {
    completeAll("UserTask_WriteSummary");
    while (!tasks("UserTask_CheckSummary").isEmpty()) {
      complete("UserTask_CheckSummary", Map.of("summaryResult", "ACCEPT"));
    }
    runJobs();
  }

  private void prepareOrgLife() {
    complete("UserTask_SetTheme", Map.of());
    complete("UserTask_GatherOpinions", Map.of());
    complete("UserTask_HoldTalks", Map.of());
  }

  private void peers() {
    while (!tasks("UserTask_HoldPeerReview").isEmpty()) {
      complete("UserTask_HoldPeerReview", Map.of("privateTalks", list()));
    }
  }

  private void ballots(int rounds) {
    complete("UserTask_PrepareBallot", Map.of());
    assertThat(tasks("UserTask_Vote")).hasSize(rounds);
    completeAll("UserTask_Vote");
  }

  private void balloted() {
    planned();
    summaries();
    peers();
    ballots(1);
  }

  private void analysed() {
    analyse(3, 1);
  }

  private void analyse(int formal, int excellent) {
    complete(
        "UserTask_Analyse",
        Map.of("verificationNeeded", "NO", "formalCount", formal, "excellentCount", excellent));
  }

  private void analysedOnce() {
    balloted();
    analysed();
  }

  private void graded() {
    analysedOnce();
  }

  private void assembly(String outcome, String approvalNeeded) {
    assertThat(outcome).isEqualTo("PASSED");
    ENGINE.getRuntimeService().setVariable(review.getId(), "approvalNeeded", approvalNeeded);
    vote(16, 16, 16);
    runJobs();
  }

  private void vote(int due, int present, int approve) {
    if (ENGINE.getRuntimeService().getVariable(review.getId(), "approvalNeeded") == null) {
      ENGINE.getRuntimeService().setVariable(review.getId(), "approvalNeeded", "NO");
    }
    complete(
        "UserTask_HoldAssembly",
        Map.of(
            "votingDue", due,
            "assemblyPresent", present,
            "assemblyApprove", approve));
  }

  private void object(String person, String decision) {
    ENGINE
        .getTaskService()
        .complete(
            of("UserTask_AcknowledgeResult", person).getId(), Map.of("acknowledgement", "OBJECT"));
    assertThat(candidates("UserTask_HearObjection")).contains("committee-5301A");
    complete("UserTask_HearObjection", Map.of());
    assertThat(candidates("UserTask_DecideObjection")).contains("secretary-base");
    complete("UserTask_DecideObjection", Map.of("objectionDecision", decision));
    runJobs();
  }

  private void acknowledgeAll() {
    tasks("UserTask_AcknowledgeResult")
        .forEach(
            task ->
                ENGINE
                    .getTaskService()
                    .complete(task.getId(), Map.of("acknowledgement", "ACKNOWLEDGE")));
    runJobs();
  }

  private void changeRoster() {
    act("RosterCorrection", "s1");
    complete("UserTask_RecordRosterChange", Map.of("requestState", "SUBMITTED"));
    runJobs();
  }

  /** What a person does by a button on the page of the case. */
  private void act(String message, String person) {
    ENGINE
        .getRuntimeService()
        .createMessageCorrelation(message)
        .processInstanceId(review.getId())
        .setVariableToTriggeredScope("requestedBy", person)
        .correlate();
  }

  private void complete(String element, Map<String, Object> variables) {
    ENGINE.getTaskService().complete(task(element).getId(), variables);
  }

  private void complete(Task task) {
    ENGINE.getTaskService().complete(task.getId());
  }

  private void completeAll(String element) {
    tasks(element).forEach(this::complete);
  }

  private Task task(String element) {
    List<Task> found = tasks(element);
    assertThat(found).as("open tasks at %s", element).isNotEmpty();
    return found.get(0);
  }

  private Task of(String element, String person) {
    return tasks(element).stream()
        .filter(task -> person.equals(task.getAssignee()))
        .findFirst()
        .orElseThrow();
  }

  private List<Task> tasks(String element) {
    return ENGINE.getTaskService().createTaskQuery().taskDefinitionKey(element).list();
  }

  private List<String> candidates(String element) {
    return ENGINE.getTaskService().getIdentityLinksForTask(task(element).getId()).stream()
        .map(IdentityLink::getGroupId)
        .filter(java.util.Objects::nonNull)
        .toList();
  }

  /** Executes what waits for the job executor; timers stay. */
  private void runJobs() {
    for (List<Job> jobs = messages(); !jobs.isEmpty(); jobs = messages()) {
      ENGINE.getManagementService().executeJob(jobs.get(0).getId());
    }
  }

  private List<Job> messages() {
    return ENGINE.getManagementService().createJobQuery().messages().withRetriesLeft().list();
  }

  private void fire(String timer) {
    Job job =
        ENGINE.getManagementService().createJobQuery().activityId(timer).timers().singleResult();
    ENGINE.getManagementService().executeJob(job.getId());
    runJobs();
  }

  /** Lets the timer of one person go off. */
  private void fire(String timer, String person) {
    Job job =
        ENGINE.getManagementService().createJobQuery().activityId(timer).timers().list().stream()
            .filter(
                found ->
                    person.equals(
                        ENGINE.getRuntimeService().getVariable(found.getExecutionId(), "member")))
            .findFirst()
            .orElseThrow();
    ENGINE.getManagementService().executeJob(job.getId());
    runJobs();
  }

  private static ArrayList<String> list(String... values) {
    return new ArrayList<>(Arrays.asList(values));
  }
}
