package org.dangwu.lifemeeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.withVariables;
import static org.dangwu.lifemeeting.ModelEngine.MEETING;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.dangwu.lifemeeting.ModelEngine.Notice;
import org.dangwu.models.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Walks every path of the life meeting and of the superior's approval; together all nodes and
 * flows.
 */
class LifeMeetingProcessTest {

  private static final ModelEngine MODELS = new ModelEngine();

  @RegisterExtension
  static final ProcessEngineCoverageExtension ENGINE =
      ProcessEngineCoverageExtension.builder(MODELS.configuration)
          .excludeProcessDefinitionKeys("meeting-observation", "rectification-item")
          .assertClassCoverageAtLeast(1.0)
          .build();

  private List<String> deployments;
  private ProcessInstance meeting;

  @BeforeEach
  void deployModels() {
    // The applications of other tests have engines in this JVM too.
    BpmnAwareTests.init(ENGINE.getProcessEngine());
    MODELS.reset();
    deployments = ModelEngine.deployLifeMeeting(ENGINE.getRepositoryService());
  }

  @AfterEach
  void removeDeployments() {
    BpmnAwareTests.reset();
    deployments.forEach(id -> ENGINE.getRepositoryService().deleteDeployment(id, true));
  }

  @Proves({"A20", "A21", "A22", "A23", "A24", "A28", "A35"})
  @Test
  void wholeMeetingReachesTheArchive() {
    decideTheme();
    makePlan();
    review("APPROVED");
    prepare(List.of("p2"));
    holdMeeting(List.of("p1", "p2", "p3"));
    report();
    publish();
    conclude();
    assertThat(meeting)
        .isEnded()
        .hasPassed(
            "ServiceTask_FreezeRoster",
            "SubProcess_Theme",
            "SubProcess_Plan",
            "CallActivity_ReviewPlan",
            "SubProcess_Preparation",
            "SubProcess_Writing",
            "SubProcess_Agenda",
            "SubProcess_Meeting",
            "SubProcess_Report",
            "SubProcess_Publish",
            "ServiceTask_Archive",
            "ServiceTask_TellArchived",
            "EndEvent_Archived")
        .hasPassed("CallActivity_Observe", "UserTask_ListRectification")
        .hasNotPassed("UserTask_CompleteArchive", "UserTask_TellAbsentee");
    assertThat(MODELS.facts).containsExactly("PLAN_SENT", "HELD", "REPORTED");
    assertThat(MODELS.archived).isEqualTo(1);
    assertThat(MODELS.ended).isEqualTo(1);
    assertThat(historic("reportStatus")).isEqualTo("ON_TIME");
    assertThat(MODELS.notices)
        .extracting(Notice::event)
        .containsExactly(
            "approval-pending", "approval-granted", "meeting-fixed", "branch-life", "archived");
  }

  @Proves({"A04"})
  @Test
  void themeOfTheBodyIsRevisedUntilTheSuperiorAgrees() {
    start();
    complete("UserTask_DecideTheme", Map.of("themeSource", "SELF"));
    complete("UserTask_ProposeTheme", Map.of("theme", "第一稿"));
    complete("UserTask_AgreeTheme", Map.of("themeAgreed", "NO"));
    complete("UserTask_ProposeTheme", Map.of("theme", "第二稿"));
    complete("UserTask_AgreeTheme", Map.of("themeAgreed", "YES"));
    assertThat(meeting).isWaitingAt("UserTask_MakePlan").hasPassed("EndEvent_ThemeAgreed");
  }

  @Proves({"A06", "A07"})
  @Test
  void tooLatePlanNeedsAnotherDate() {
    decideTheme();
    complete("UserTask_MakePlan", Map.of("meetingDate", inDays(9)));
    assertThat(variable("planStatus")).isEqualTo("LATE");
    complete("UserTask_AdjustDate", Map.of("dateDecision", "MOVE", "meetingDate", inDays(30)));
    assertThat(meeting).isWaitingAt("UserTask_MakePlan");
    complete("UserTask_MakePlan", Map.of("meetingDate", inDays(30)));
    assertThat(meeting).isWaitingAt("CallActivity_ReviewPlan");
    assertThat(variable("planStatus")).isEqualTo("ON_TIME");
  }

  @Proves({"A06"})
  @Test
  void planTenDaysBeforeIsOnTime() {
    decideTheme();
    complete("UserTask_MakePlan", Map.of("meetingDate", inDays(10)));
    assertThat(meeting).isWaitingAt("CallActivity_ReviewPlan");
  }

  @Proves({"A01", "A02"})
  @Test
  void meetingOutsideTheFourthQuarterGoesToTheSuperiorAsAnException() {
    decideTheme();
    complete("UserTask_MakePlan", Map.of("meetingDate", inDays(100)));
    assertThat(variable("calendarStatus")).isEqualTo("LATE");
    complete("UserTask_AdjustDate", Map.of("dateDecision", "EXCEPTION"));
    assertThat(meeting)
        .isWaitingAt("CallActivity_ReviewPlan")
        .hasPassed("EndEvent_ExceptionRequested");
  }

  @Proves({"A06"})
  @Test
  void planIsRemindedWarnedAndEscalatedByItsTimers() {
    decideTheme();
    LocalDate due = day(MEETING).minusDays(10);
    assertThat(fire("Timer_PlanReminder")).isEqualTo(due.minusDays(10));
    assertThat(fire("Timer_PlanWarning")).isEqualTo(due.minusDays(3));
    assertThat(fire("Timer_PlanDue")).isEqualTo(due);
    assertThat(MODELS.notices).hasSize(3).containsOnly(new Notice("plan-due", due));
    assertThat(meeting).isWaitingAt("UserTask_MakePlan");
  }

  @Proves({"A07", "E05"})
  @Test
  void returnedPlanIsRevised() {
    decideTheme();
    makePlan();
    review("RETURNED");
    assertThat(meeting).isWaitingAt("UserTask_MakePlan");
    assertThat(variable("meetingDate")).isEqualTo(MEETING);
    makePlan();
    review("APPROVED");
    assertThat(meeting).isWaitingAt("UserTask_Study", "CallActivity_Observe");
  }

  @Proves({"A02", "E04"})
  @Test
  void superiorMaySetAnotherDateForWhichTheDeadlinesAreReckonedAnew() {
    decideTheme();
    makePlan();
    complete(
        "UserTask_Review", Map.of("approvalResult", "RESCHEDULED", "newMeetingDate", inDays(60)));
    runJobs();
    assertThat(meeting).isWaitingAt("UserTask_MakePlan");
    assertThat(variable("meetingDate")).isEqualTo(inDays(60));
    assertThat(day((Date) variable("planDueDate"))).isEqualTo(ModelEngine.TODAY.plusDays(50));
  }

  @Proves({"E06"})
  @Test
  void silentSuperiorIsRemindedAndReportedButNeverTakenAsApproval() {
    decideTheme();
    makePlan();
    fire("Timer_ReviewReminder");
    fire("Timer_ReviewReminder");
    assertThat(fire("Timer_ReviewOverdue")).isEqualTo(ModelEngine.TODAY.plusDays(7));
    assertThat(MODELS.notices)
        .hasSize(4)
        .containsOnly(new Notice("approval-pending", ModelEngine.TODAY.plusDays(7)));
    assertThat(meeting).isWaitingAt("CallActivity_ReviewPlan");
  }

  @Proves({"A09", "A10", "A12"})
  @Test
  void onlyFlaggedMembersExplainThemselvesAndEachWritesHisOwnOutline() {
    decideTheme();
    makePlan();
    review("APPROVED");
    complete("UserTask_CollectOpinions", Map.of());
    complete(
        "UserTask_FeedbackOpinions",
        Map.of("flaggedMembers", new ArrayList<>(List.of("p1", "p3"))));
    assertThat(assignees("UserTask_ConfirmFeedback")).containsExactlyInAnyOrder("p1", "p2", "p3");
    completeAll("UserTask_ConfirmFeedback");
    runJobs();
    assertThat(assignees("UserTask_Explain")).containsExactlyInAnyOrder("p1", "p3");
    completeAll("UserTask_Explain");
    complete("UserTask_Talk", Map.of());
    study("COLLECTIVE");
    assertThat(assignees("UserTask_WriteOutline")).containsExactlyInAnyOrder("p1", "p2", "p3");
  }

  @Proves({"A19", "A26", "E01"})
  @Test
  void twoOfThreeAreEnoughAndTheAbsentMemberIsToldAndConfirms() {
    prepared();
    attend(List.of("p1", "p2"), List.of("p3"));
    assertThat(variable("quorumNeeded")).isEqualTo(2);
    complete("UserTask_ReportPrevious", Map.of());
    complete("UserTask_ReviewBody", Map.of());
    assertThat(speaker()).isEqualTo("p1");
    complete("UserTask_ReviewMember", Map.of());
    assertThat(speaker()).isEqualTo("p2");
    complete("UserTask_ReviewMember", Map.of());
    complete("UserTask_SumUp", Map.of());
    assertThat(meeting).isWaitingAt("UserTask_TellAbsentee", "UserTask_WriteReport");
    complete("UserTask_TellAbsentee", Map.of());
    assertThat(assignees("UserTask_ConfirmTold")).containsExactly("p3");
    complete("UserTask_ConfirmTold", Map.of());
    runJobs();
    assertThat(meeting).isWaitingAt("UserTask_WriteReport").hasPassed("SubProcess_InformAbsentees");
  }

  @Proves({"E03"})
  @Test
  void missedQuorumMeansAnotherDateByConsentOfTheSuperior() {
    prepared();
    attend(List.of("p1"), List.of("p2", "p3"));
    assertThat(variable("quorumStatus")).isEqualTo("NOT_MET");
    complete("UserTask_ProposeNewDate", Map.of("proposedDate", inDays(50)));
    runJobs();
    review("RETURNED");
    assertThat(meeting).isWaitingAt("UserTask_ProposeNewDate");
    assertThat(variable("meetingDate")).isEqualTo(MEETING);
    complete("UserTask_ProposeNewDate", Map.of("proposedDate", inDays(55)));
    runJobs();
    review("APPROVED");
    assertThat(meeting).isWaitingAt("UserTask_ConfirmAttendance");
    assertThat(variable("meetingDate")).isEqualTo(inDays(55));
    assertThat(meeting).hasPassed("ServiceTask_MoveDeadlines");
    assertThat(day((Date) variable("planDueDate"))).isEqualTo(ModelEngine.TODAY.plusDays(45));
    assertThat(MODELS.facts).containsExactly("PLAN_SENT", "QUORUM_MISSED");
  }

  @Proves({"A19"})
  @Test
  void impossibleCountsGoBackToTheRecorder() {
    prepared();
    complete("UserTask_ConfirmAttendance", Map.of("presentCount", 4));
    assertThat(meeting).isWaitingAt("UserTask_ConfirmAttendance");
    assertThat(variable("quorumStatus")).isEqualTo("REFUSED");
  }

  @Proves({"A27", "E08"})
  @Test
  void reportIsRemindedWarnedAndReportedWhenOverdue() {
    prepared();
    holdMeeting(List.of("p1", "p2", "p3"));
    MODELS.notices.clear();
    LocalDate held = day(MEETING);
    assertThat(fire("Timer_ReportReminder")).isEqualTo(held.plusDays(7));
    assertThat(fire("Timer_ReportWarning")).isEqualTo(held.plusDays(12));
    assertThat(fire("Timer_ReportDue")).isEqualTo(held.plusDays(16));
    assertThat(MODELS.notices).hasSize(3).containsOnly(new Notice("report-due", held.plusDays(15)));
    assertThat(meeting).isWaitingAt("UserTask_WriteReport");
  }

  @Proves({"A27"})
  @Test
  void reportWaitsForAllThreeReceipts() {
    prepared();
    holdMeeting(List.of("p1", "p2", "p3"));
    complete("UserTask_WriteReport", Map.of());
    complete("UserTask_ReceiveBySuperior", Map.of());
    complete("UserTask_ReceiveByDiscipline", Map.of());
    assertThat(meeting)
        .isWaitingAt("UserTask_ReceiveByOrganization")
        .hasNotPassed("ServiceTask_Archive");
  }

  @Proves({"E31"})
  @Test
  void incompleteFileGoesBackToTheArchivistAndIsFiledAfterwards() {
    MODELS.archiveIncomplete = true;
    prepared();
    holdMeeting(List.of("p1", "p2", "p3"));
    report();
    publish();
    conclude();
    assertThat(meeting).isWaitingAt("UserTask_CompleteArchive");
    assertThat(task("UserTask_CompleteArchive")).hasCandidateGroup("archivist-5301A");
    MODELS.archiveIncomplete = true;
    complete("UserTask_CompleteArchive", Map.of());
    runJobs();
    assertThat(meeting).isWaitingAt("UserTask_CompleteArchive");
    complete("UserTask_CompleteArchive", Map.of());
    runJobs();
    assertThat(meeting).isEnded();
    assertThat(MODELS.archived).isEqualTo(1);
  }

  @Proves({"A08", "A11"})
  @Test
  void everyTaskReachesThoseWhoAreToDoIt() {
    start();
    assertThat(task("UserTask_DecideTheme")).hasCandidateGroup("office-superior");
    complete("UserTask_DecideTheme", Map.of("themeSource", "SUPERIOR", "theme", "主题"));
    assertThat(task("UserTask_MakePlan")).hasCandidateGroup("office-5301A");
    makePlan();
    assertThat(task("UserTask_Review")).hasCandidateGroup("staff-superiorOrganization");
    review("APPROVED");
    prepare(List.of());
    assertThat(task("UserTask_ConfirmAttendance")).hasCandidateGroup("recorder-5301A");
    holdMeeting(List.of("p1", "p2", "p3"));
    complete("UserTask_WriteReport", Map.of());
    assertThat(task("UserTask_ReceiveBySuperior")).hasCandidateGroup("office-superior");
    assertThat(task("UserTask_ReceiveByDiscipline")).hasCandidateGroup("staff-superiorDiscipline");
    assertThat(task("UserTask_ReceiveByOrganization"))
        .hasCandidateGroup("staff-superiorOrganization");
  }

  @Proves({"A01", "A02", "A04"})
  @Test
  void noticeOfTheYearGivesThemeAndTimeOfTheMeeting() {
    start(
        Map.of(
            "themeSource",
            "SUPERIOR",
            "theme",
            "主题",
            "windowStart",
            inDays(20),
            "windowEnd",
            inDays(40)));
    assertThat(meeting).isWaitingAt("UserTask_MakePlan").hasPassed("EndEvent_ThemeOrdered");
    makePlan();
    assertThat(variable("calendarStatus")).isEqualTo("LATE");
    complete("UserTask_AdjustDate", Map.of("dateDecision", "MOVE", "meetingDate", inDays(30)));
    complete("UserTask_MakePlan", Map.of("meetingDate", inDays(30)));
    assertThat(variable("calendarStatus")).isEqualTo("IN_WINDOW");
  }

  @Proves("A04")
  @Test
  void noticeOfTheYearMayLeaveTheThemeToTheBody() {
    start(Map.of("themeSource", "SELF"));
    assertThat(meeting).isWaitingAt("UserTask_ProposeTheme");
  }

  @Proves({"A03", "A20"})
  @Test
  void specialMeetingIsStartedByMessageAndNotBoundToTheFourthQuarter() {
    meeting =
        ENGINE
            .getRuntimeService()
            .createMessageCorrelation("SpecialMeetingRequired")
            .setVariables(
                withVariables(
                    "organization", "5301A",
                    "organizationName", "某局党组",
                    "year", 2026,
                    "meetingDate", MEETING,
                    "specialTrigger", "DECISION_ERROR"))
            .correlateStartMessage();
    assertThat(variable("meetingKind")).isEqualTo("SPECIAL");
    complete("UserTask_DecideTheme", Map.of("themeSource", "SUPERIOR", "theme", "主题"));
    complete("UserTask_MakePlan", Map.of("meetingDate", inDays(100)));
    assertThat(variable("calendarStatus")).isEqualTo("IN_WINDOW");
    assertThat(meeting)
        .hasPassed("BusinessRuleTask_SpecialTrigger", "EndEvent_PrincipalPresides")
        .isWaitingAt("CallActivity_ReviewPlan");
  }

  @Proves({"A20", "E07"})
  @Test
  void whereThePostIsVacantTheSuperiorDesignatesTheChairFirst() {
    MODELS.chairStatus = "VACANT";
    start();
    assertThat(task("UserTask_DesignateChair")).hasCandidateGroup("staff-superiorOrganization");
    assertThat((List<?>) choices()).hasSize(3);
    complete("UserTask_DesignateChair", Map.of("chair", "p2"));
    runJobs();
    assertThat(meeting).isWaitingAt("UserTask_DecideTheme");
    assertThat(variable("chair")).isEqualTo("p2");
    assertThat(events()).containsExactly("chair-designated");
  }

  @Proves({"A20", "E07"})
  @Test
  void chairWhoDropsOutLaterIsReplacedByTheSuperior() {
    decideTheme();
    act("ChairNeeded", "office1");
    assertThat(assignees("UserTask_ReportChair")).containsExactly("office1");
    complete("UserTask_ReportChair", Map.of("chairStatus", "UNDER_EXAMINATION"));
    complete("UserTask_DesignateSubstitute", Map.of("chair", "p3"));
    runJobs();
    assertThat(variable("chair")).isEqualTo("p3");
    assertThat(MODELS.handedOver).containsExactly("p3");
    assertThat(meeting).isWaitingAt("UserTask_MakePlan");
  }

  @Proves("A05")
  @Test
  void withoutStudyTogetherTheMeetingWaitsWhereTheNoticeDemandsIt() {
    MODELS.switches.put("dlm.requireStudy", 1);
    approved();
    study("INDIVIDUAL");
    assertThat(variable("readiness")).isEqualTo("STUDY_REQUIRED");
    assertThat(meeting).isWaitingAt("UserTask_Study");
    prepare(List.of());
  }

  @Proves("A13")
  @Test
  void outlinesAreCheckedByTheChairAndReturnedUntilTheyAreAccepted() {
    MODELS.switches.put("dlm.reviewMaterials", 1);
    approved();
    prepareOpinions();
    completeAll("UserTask_WriteOutline");
    assertThat(tasks("UserTask_ReviewOutline"))
        .hasSize(2)
        .extracting(Task::getAssignee)
        .containsOnly("p1");
    complete("UserTask_ReviewOutline", Map.of("outlineAccepted", "NO"));
    assertThat(tasks("UserTask_WriteOutline")).hasSize(1);
    complete("UserTask_ReviewOutline", Map.of("outlineAccepted", "YES"));
    completeAll("UserTask_WriteOutline");
    complete("UserTask_ReviewOutline", Map.of("outlineAccepted", "YES"));
    assertThat(meeting).isWaitingAt("CallActivity_ReviewChairOutline");
    acceptMaterials();
    assertThat(meeting).isWaitingAt("UserTask_ConfirmAttendance");
  }

  @Proves({"A13", "E06"})
  @Test
  void materialOfTheBodyAndTheChairsOwnOutlineAreCheckedByTheSuperiorAndReturnedUntilAccepted() {
    MODELS.switches.put("dlm.reviewMaterials", 1);
    approved();
    prepareOpinions();
    completeAll("UserTask_WriteOutline");
    tasks("UserTask_ReviewOutline")
        .forEach(
            one -> ENGINE.getTaskService().complete(one.getId(), Map.of("outlineAccepted", "YES")));
    complete("UserTask_WriteBodyReview", Map.of());
    runJobs();
    assertThat(task("UserTask_ReviewBodyReview")).hasCandidateGroup("staff-superiorOrganization");
    assertThat(task("UserTask_ReviewChairOutline")).hasCandidateGroup("staff-superiorOrganization");
    assertThat(
            ENGINE
                .getTaskService()
                .getVariable(tasks("UserTask_ReviewChairOutline").get(0).getId(), "member"))
        .isEqualTo("p1");
    for (Job overdue : timers("Timer_ReviewOverdue")) {
      ENGINE.getManagementService().executeJob(overdue.getId());
    }
    assertThat(meeting)
        .as("silence is no consent")
        .isWaitingAt("CallActivity_ReviewBody", "CallActivity_ReviewChairOutline");

    complete("UserTask_ReviewBodyReview", Map.of("approvalResult", "RETURNED"));
    complete("UserTask_ReviewChairOutline", Map.of("approvalResult", "RETURNED"));
    runJobs();
    assertThat(assignees("UserTask_WriteOutline")).containsExactly("p1");
    assertThat(meeting).isWaitingAt("UserTask_WriteBodyReview", "UserTask_WriteOutline");
    complete("UserTask_WriteOutline", Map.of());
    acceptMaterials();
    assertThat(meeting).isWaitingAt("UserTask_ConfirmAttendance");
    assertThat(variable("approvalResult")).as("the consent to the plan").isEqualTo("APPROVED");
  }

  @Proves("A13")
  @Test
  void whoBecomesChairMeanwhileDoesNotCheckHisOwnOutline() {
    MODELS.switches.put("dlm.reviewMaterials", 1);
    approved();
    prepareOpinions();
    ENGINE.getRuntimeService().setVariable(meeting.getId(), "chair", "p2");
    completeAll("UserTask_WriteOutline");
    assertThat(assignees("UserTask_ReviewOutline")).containsExactly("p2", "p2");
    runJobs();
    assertThat(
            ENGINE
                .getTaskService()
                .getVariable(tasks("UserTask_ReviewChairOutline").get(0).getId(), "member"))
        .isEqualTo("p2");
  }

  @Proves("A14")
  @Test
  void inquiriesAreReportedByTheChairWhereTheNoticeDemandsIt() {
    MODELS.switches.put("dlm.inquiryReports", 1);
    approved();
    prepareOpinions();
    write();
    assertThat(assignees("UserTask_RecordInquiry")).containsExactly("p1");
    complete("UserTask_RecordInquiry", Map.of());
    assertThat(MODELS.concernedTold).isZero();
    runJobs();
    assertThat(MODELS.concernedTold).isOne();
    assertThat(meeting).isWaitingAt("UserTask_ConfirmAttendance");
  }

  @Proves("A36")
  @Test
  void membersAreRemindedOfTheirBranch() {
    approved();
    assertThat(events()).contains("branch-life");
  }

  @Proves({"A18", "E01"})
  @Test
  void leaveIsGrantedByTheSuperiorAndTheStatementHandedIn() {
    prepared();
    leave("p3", "ILLNESS");
    assertThat(task("UserTask_ReviewRequest")).hasCandidateGroup("staff-superiorOrganization");
    fire("Timer_ReviewReminder");
    complete("UserTask_ReviewRequest", Map.of("approvalResult", "APPROVED"));
    runJobs();
    assertThat(MODELS.leaves).containsExactly("p3 ALLOWED_WITH_SUPERIOR_CONSENT APPROVED");
    assertThat(assignees("UserTask_HandInStatement")).containsExactly("p3");
    assertThat(fire("Timer_StatementDue")).isEqualTo(day(MEETING));
    complete("UserTask_HandInStatement", Map.of());
    assertThat(meeting)
        .isWaitingAt("UserTask_ConfirmAttendance")
        .hasPassed("EndEvent_StatementHandedIn");
  }

  @Proves("A18")
  @Test
  void statementCanNoLongerBeHandedInOnceTheMeetingWasHeld() {
    prepared();
    leave("p3", "ILLNESS");
    complete("UserTask_ReviewRequest", Map.of("approvalResult", "APPROVED"));
    runJobs();
    holdMeeting(List.of("p1", "p2"));
    assertThat(tasks("UserTask_HandInStatement")).isEmpty();
    assertThat(meeting).hasPassed("EndEvent_StatementMissing");
  }

  @Proves({"A18", "E01"})
  @Test
  void studyElsewhereIsNoReasonAndARefusalIsTold() {
    prepared();
    leave("p2", "STUDY");
    assertThat(MODELS.leaves).containsExactly("p2 NOT_ALLOWED null");
    leave("p3", "OTHER");
    complete("UserTask_ReviewRequest", Map.of("approvalResult", "RETURNED"));
    runJobs();
    assertThat(MODELS.leaves).contains("p3 ALLOWED_WITH_SUPERIOR_CONSENT RETURNED");
    assertThat(events()).filteredOn("leave-refused"::equals).hasSize(2);
    assertThat(tasks("UserTask_HandInStatement")).isEmpty();
  }

  @Proves("A18")
  @Test
  void twoWhoAskForLeaveAtTheSameTimeDoNotMixUp() {
    prepared();
    act("LeaveRequested", "p2");
    act("LeaveRequested", "p3");
    assertThat(assignees("UserTask_RequestLeave")).containsExactlyInAnyOrder("p2", "p3");
    requestOf("p2", "STUDY", "NO");
    requestOf("p3", "ILLNESS", null);
    assertThat(MODELS.leaves).containsExactly("p2 NOT_ALLOWED null");
    complete("UserTask_ReviewRequest", Map.of("approvalResult", "APPROVED"));
    runJobs();
    assertThat(MODELS.leaves)
        .containsExactly("p2 NOT_ALLOWED null", "p3 ALLOWED_WITH_SUPERIOR_CONSENT APPROVED");
    assertThat(
            ENGINE
                .getRuntimeService()
                .createVariableInstanceQuery()
                .variableName("approvalResult")
                .activityInstanceIdIn(meeting.getId())
                .singleResult()
                .getValue())
        .as("the consent to the plan, untouched")
        .isEqualTo("APPROVED");
  }

  @Proves({"A02", "E04"})
  @Test
  void dateIsMovedWithTheConsentOfTheSuperior() {
    approved();
    act("DateChangeRequested", "office1");
    complete("UserTask_RequestDateChange", Map.of("proposedDate", inDays(50)));
    runJobs();
    review("RETURNED");
    assertThat(variable("meetingDate")).isEqualTo(MEETING);
    act("DateChangeRequested", "office1");
    complete("UserTask_RequestDateChange", Map.of("proposedDate", inDays(50)));
    runJobs();
    review("APPROVED");
    assertThat(variable("meetingDate")).isEqualTo(inDays(50));
    assertThat(MODELS.facts).containsExactly("PLAN_SENT", "POSTPONED");
    assertThat(MODELS.notices)
        .contains(new Notice("meeting-moved", ModelEngine.TODAY.plusDays(50)));
    assertThat(day((Date) variable("planDueDate"))).isEqualTo(ModelEngine.TODAY.plusDays(40));
    assertThat(meeting).isWaitingAt("UserTask_Study");
  }

  @Proves({"A33", "E33"})
  @Test
  void violationIsHandedOverWhileTheMeetingGoesOn() {
    prepared();
    act("ViolationHandover", "p1");
    assertThat(assignees("UserTask_RecordHandover")).containsExactly("p1");
    complete("UserTask_RecordHandover", Map.of());
    runJobs();
    assertThat(events()).contains("violation-handed-over");
    assertThat(meeting).isWaitingAt("UserTask_ConfirmAttendance").hasPassed("EndEvent_HandedOver");
  }

  @Proves({"A03", "E09"})
  @Test
  void occasionDuringThePreparationIsMergedOrGetsItsOwnRunAsTheSuperiorDecides() {
    decideTheme();
    occasion("MERGE");
    assertThat(variable("meetingKind")).isEqualTo("ANNUAL_WITH_SPECIAL");
    occasion("SEPARATE");
    occasion("NONE");
    assertThat(MODELS.specialRuns).isOne();
    assertThat(MODELS.facts).containsExactly("MERGED_SPECIAL");
    assertThat(events())
        .containsExactlyInAnyOrder("special-merged", "special-separate", "special-declined");
    assertThat(meeting).isWaitingAt("UserTask_MakePlan");
  }

  @Proves("E35")
  @Test
  void terminationIsForTheSuperiorAndFilesWhatThereIs() {
    approved();
    act("TerminationRequested", "office1");
    complete("UserTask_RequestTermination", Map.of());
    complete("UserTask_DecideTermination", Map.of("terminationDecision", "NO"));
    runJobs();
    assertThat(meeting).isWaitingAt("UserTask_Study", "CallActivity_Observe");
    assertThat(events()).contains("termination-refused");
    act("TerminationRequested", "office1");
    complete("UserTask_RequestTermination", Map.of());
    complete("UserTask_DecideTermination", Map.of("terminationDecision", "YES"));
    assertThat(ENGINE.getTaskService().createTaskQuery().list()).isEmpty();
    runJobs();
    assertThat(meeting).isEnded().hasPassed("EndEvent_Terminated");
    assertThat(MODELS.terminated).isOne();
    assertThat(MODELS.archivedAsItWas).isOne();
    assertThat(MODELS.facts).contains("TERMINATED");
    assertThat(events()).contains("run-terminated");
  }

  @ParameterizedTest
  @CsvSource({
    "LeaveRequested,UserTask_RequestLeave,EndEvent_LeaveWithdrawn",
    "DateChangeRequested,UserTask_RequestDateChange,EndEvent_DateChangeWithdrawn",
    "ViolationHandover,UserTask_RecordHandover,EndEvent_HandoverWithdrawn",
    "ChairNeeded,UserTask_ReportChair,EndEvent_ChairWithdrawn",
    "TerminationRequested,UserTask_RequestTermination,EndEvent_TerminationWithdrawn",
    "SpecialMeetingRequired,UserTask_ReportTrigger,EndEvent_TriggerWithdrawn"
  })
  void whoPressedTheButtonByMistakeWithdraws(String message, String task, String end) {
    decideTheme();
    act(message, "p2");
    complete(task, Map.of("requestState", "WITHDRAWN"));
    runJobs();
    assertThat(meeting).hasPassed(end).isWaitingAt("UserTask_MakePlan");
    assertThat(ENGINE.getTaskService().createTaskQuery().list()).hasSize(1);
    assertThat(MODELS.notices).isEmpty();
  }

  @Proves("E02")
  @Test
  void absenceWithoutLeaveIsRecordedAndReported() {
    prepared();
    attend(List.of("p1", "p2"), List.of("p3"), 1);
    discuss(List.of("p1", "p2"));
    assertThat(MODELS.facts).containsExactly("PLAN_SENT", "HELD", "ABSENT_WITHOUT_LEAVE");
    assertThat(events()).contains("absence-without-leave");
    assertThat(meeting).isWaitingAt("UserTask_WriteReport", "UserTask_TellAbsentee");
  }

  @Proves({"A30", "A25"})
  @Test
  void noticeIsRevisedUntilTheChairApprovesIt() {
    prepared();
    holdMeeting(List.of("p1", "p2", "p3"));
    report();
    complete("UserTask_DraftNotice", Map.of());
    assertThat(assignees("UserTask_ApproveNotice")).containsExactly("p1");
    complete("UserTask_ApproveNotice", Map.of("noticeApproved", "NO"));
    assertThat(meeting).isWaitingAt("UserTask_DraftNotice");
    complete("UserTask_DraftNotice", Map.of());
    complete("UserTask_ApproveNotice", Map.of("noticeApproved", "YES", "publicationNeeded", "YES"));
    complete("UserTask_PublishMeasures", Map.of());
    assertThat(meeting).hasPassed("EndEvent_Published").hasNotPassed("EndEvent_NoticeOnly");
  }

  @Proves("A37")
  @Test
  void poorMeetingIsHeldAgainFromTheWritingOn() {
    prepared();
    holdMeeting(List.of("p1", "p2", "p3"));
    report(Map.of("repeatOrdered", "YES", "repeatDate", inDays(70)));
    assertThat(meeting)
        .isWaitingAt("UserTask_WriteBodyReview", "UserTask_WriteOutline", "CallActivity_Observe")
        .hasNotPassed("SubProcess_Publish");
    assertThat(variable("meetingDate")).isEqualTo(inDays(70));
    assertThat(events()).contains("repeat-ordered");
    assertThat(MODELS.renewed).isEqualTo(1);
    assertThat(meeting).hasPassed("ServiceTask_RenewPapers", "ServiceTask_MoveToRepeat");
    write();
    holdMeeting(List.of("p1", "p2", "p3"));
    report();
    publish();
    conclude();
    assertThat(meeting).isEnded();
    assertThat(MODELS.facts)
        .containsExactly("PLAN_SENT", "HELD", "REPORTED", "REPEAT_ORDERED", "HELD", "REPORTED");
  }

  @Proves({"A31", "A32", "A34"})
  @Test
  void eachItemIsRectifiedOnItsOwnWhileTheFileIsClosed() {
    MODELS.items = List.of("item-1", "item-2");
    prepared();
    holdMeeting(List.of("p1", "p2", "p3"));
    report();
    publish();
    complete("UserTask_Observe", Map.of());
    complete("UserTask_ListRectification", Map.of());
    runJobs();
    assertThat(MODELS.archived).isEqualTo(1);
    assertThat(tasks("UserTask_Rectify")).hasSize(2);
    assertThat(meeting).isWaitingAt("CallActivity_RectifyItem");
    completeAll("UserTask_Rectify");
    runJobs();
    assertThat(meeting).isEnded();
  }

  @Proves({"A15", "A16"})
  @Test
  void observationRunsBesideThePreparationAndTheFileWaitsForItsReport() {
    prepared();
    holdMeeting(List.of("p1", "p2", "p3"));
    report();
    publish();
    complete("UserTask_ListRectification", Map.of());
    runJobs();
    assertThat(meeting).isWaitingAt("CallActivity_Observe").hasNotPassed("SubProcess_File");
    complete("UserTask_Observe", Map.of());
    runJobs();
    assertThat(meeting).isEnded();
  }

  private void start() {
    start(Map.of());
  }

  private void start(Map<String, Object> orders) {
    Map<String, Object> facts = new HashMap<>(orders);
    facts.putAll(
        Map.of(
            "organization",
            "5301A",
            "organizationName",
            "某局党组",
            "year",
            2026,
            "meetingDate",
            MEETING));
    meeting =
        ENGINE
            .getRuntimeService()
            .startProcessInstanceByKey(LifeMeetingProcess.KEY, "LM-2026-5301A", facts);
  }

  private void approved() {
    decideTheme();
    makePlan();
    review("APPROVED");
  }

  /** The superior accepts what the body and its chair hand in. */
  private void acceptMaterials() {
    complete("UserTask_WriteBodyReview", Map.of());
    runJobs();
    complete("UserTask_ReviewBodyReview", Map.of("approvalResult", "APPROVED"));
    complete("UserTask_ReviewChairOutline", Map.of("approvalResult", "APPROVED"));
    runJobs();
  }

  private void prepareOpinions() {
    study("COLLECTIVE");
    complete("UserTask_CollectOpinions", Map.of());
    complete("UserTask_FeedbackOpinions", Map.of("flaggedMembers", new ArrayList<String>()));
    completeAll("UserTask_ConfirmFeedback");
    complete("UserTask_Talk", Map.of());
    runJobs();
  }

  private void leave(String person, String reason) {
    act("LeaveRequested", person);
    requestOf(person, reason, "NO");
  }

  private void requestOf(String person, String reason, String specialCase) {
    Task request =
        tasks("UserTask_RequestLeave").stream()
            .filter(task -> task.getAssignee().equals(person))
            .findFirst()
            .orElseThrow();
    Map<String, Object> answers = new HashMap<>();
    answers.put("leaveReason", reason);
    answers.put("specialCase", specialCase);
    ENGINE.getTaskService().complete(request.getId(), answers);
    runJobs();
  }

  private void occasion(String decision) {
    act("SpecialMeetingRequired", "office1");
    complete("UserTask_ReportTrigger", Map.of("specialTrigger", "INSPECTION"));
    complete("UserTask_DecideSpecial", Map.of("specialDecision", decision));
    runJobs();
  }

  private Object choices() {
    return ENGINE
        .getTaskService()
        .getVariable(task("UserTask_DesignateChair").getId(), "chairChoices");
  }

  private List<String> events() {
    return MODELS.notices.stream().map(Notice::event).toList();
  }

  private void prepared() {
    approved();
    prepare(List.of());
  }

  private void decideTheme() {
    start();
    complete("UserTask_DecideTheme", Map.of("themeSource", "SUPERIOR", "theme", "主题"));
  }

  private void makePlan() {
    complete("UserTask_MakePlan", Map.of("meetingDate", MEETING));
    runJobs();
  }

  private void review(String result) {
    complete("UserTask_Review", Map.of("approvalResult", result));
    runJobs();
  }

  private void prepare(List<String> flagged) {
    study("COLLECTIVE");
    complete("UserTask_CollectOpinions", Map.of());
    complete("UserTask_FeedbackOpinions", Map.of("flaggedMembers", new ArrayList<>(flagged)));
    completeAll("UserTask_ConfirmFeedback");
    runJobs();
    completeAll("UserTask_Explain");
    complete("UserTask_Talk", Map.of());
    runJobs();
    write();
    assertThat(meeting).isWaitingAt("UserTask_ConfirmAttendance");
  }

  private void study(String way) {
    complete("UserTask_Study", Map.of("studyWay", way));
    runJobs();
  }

  private void write() {
    complete("UserTask_WriteBodyReview", Map.of());
    completeAll("UserTask_WriteOutline");
    runJobs();
  }

  /**
   * The notice is approved and sent; the run waits for the observers and for what is to be done.
   */
  private void publish() {
    complete("UserTask_DraftNotice", Map.of());
    complete("UserTask_ApproveNotice", Map.of("noticeApproved", "YES", "publicationNeeded", "NO"));
  }

  private void conclude() {
    complete("UserTask_Observe", Map.of());
    complete("UserTask_ListRectification", Map.of());
    completeAll("UserTask_Rectify");
    runJobs();
  }

  /** What a person does by a button on the page of the case. */
  private void act(String message, String person) {
    ENGINE
        .getRuntimeService()
        .createMessageCorrelation(message)
        .processInstanceId(meeting.getId())
        .setVariableToTriggeredScope("requestedBy", person)
        .correlate();
  }

  private void holdMeeting(List<String> present) {
    attend(present, List.of());
    discuss(present);
  }

  private void discuss(List<String> present) {
    complete("UserTask_ReportPrevious", Map.of());
    complete("UserTask_ReviewBody", Map.of());
    present.forEach(member -> complete("UserTask_ReviewMember", Map.of()));
    complete("UserTask_SumUp", Map.of());
    runJobs();
  }

  private void attend(List<String> present, List<String> absent) {
    attend(present, absent, 0);
  }

  private void attend(List<String> present, List<String> absent, int absence) {
    complete(
        "UserTask_ConfirmAttendance",
        Map.of(
            "heldDate",
            MEETING,
            "presentCount",
            present.size(),
            "presentMembers",
            new ArrayList<>(present),
            "absentees",
            new ArrayList<>(absent),
            "absentWithoutLeave",
            absence));
  }

  private void report() {
    report(Map.of("repeatOrdered", "NO"));
  }

  private void report(Map<String, Object> judgement) {
    MODELS.clock.setTo(day(MEETING).plusDays(15));
    complete("UserTask_WriteReport", Map.of());
    complete("UserTask_ReceiveBySuperior", Map.of());
    complete("UserTask_ReceiveByDiscipline", Map.of());
    complete("UserTask_ReceiveByOrganization", judgement);
    runJobs();
  }

  private Object speaker() {
    return ENGINE.getTaskService().getVariable(task("UserTask_ReviewMember").getId(), "member");
  }

  private void completeAll(String element) {
    tasks(element).forEach(task -> ENGINE.getTaskService().complete(task.getId()));
  }

  private void complete(String element, Map<String, Object> variables) {
    ENGINE.getTaskService().complete(task(element).getId(), variables);
  }

  private Task task(String element) {
    return tasks(element).get(0);
  }

  private List<Task> tasks(String element) {
    List<Task> found = ENGINE.getTaskService().createTaskQuery().taskDefinitionKey(element).list();
    assertThat(found).as("open tasks at %s", element).isNotNull();
    return found;
  }

  private List<String> assignees(String element) {
    return tasks(element).stream().map(Task::getAssignee).toList();
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

  /** Lets a timer go off and says on which day it was set. */
  private LocalDate fire(String timer) {
    Job job =
        ENGINE.getManagementService().createJobQuery().activityId(timer).timers().singleResult();
    LocalDate set = day(job.getDuedate());
    ENGINE.getManagementService().executeJob(job.getId());
    runJobs();
    return set;
  }

  private List<Job> timers(String event) {
    return ENGINE.getManagementService().createJobQuery().activityId(event).timers().list();
  }

  private Object variable(String name) {
    return ENGINE
        .getHistoryService()
        .createHistoricVariableInstanceQuery()
        .processInstanceId(meeting.getId())
        .variableName(name)
        .list()
        .stream()
        .filter(found -> !found.getState().equals("DELETED"))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  private Object historic(String name) {
    return ENGINE
        .getHistoryService()
        .createHistoricVariableInstanceQuery()
        .processInstanceId(meeting.getId())
        .variableName(name)
        .singleResult()
        .getValue();
  }

  private static Date inDays(int days) {
    return Deadlines.startOf(ModelEngine.TODAY.plusDays(days));
  }

  private static LocalDate day(Date date) {
    return Deadlines.day(date);
  }
}
