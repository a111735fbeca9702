package org.dangwu.lifemeeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.withVariables;
import static org.dangwu.lifemeeting.ModelEngine.MEETING;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
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

/**
 * Walks every path of the life meeting and of the superior's approval; together all nodes and
 * flows.
 */
class LifeMeetingProcessTest {

  private static final ModelEngine MODELS = new ModelEngine();

  @RegisterExtension
  static final ProcessEngineCoverageExtension ENGINE =
      ProcessEngineCoverageExtension.builder(MODELS.configuration)
          .assertClassCoverageAtLeast(1.0)
          .build();

  private List<String> deployments;
  private ProcessInstance meeting;

  @BeforeEach
  void deployModels() {
    // The applications of other tests have engines in this JVM too.
    BpmnAwareTests.init(ENGINE.getProcessEngine());
    MODELS.members = List.of("p1", "p2", "p3");
    MODELS.notices.clear();
    MODELS.archiveIncomplete = false;
    MODELS.archived = 0;
    MODELS.today = ModelEngine.TODAY;
    MODELS.ended = 0;
    deployments = ModelEngine.deploy(ENGINE.getRepositoryService(), "shared", "life-meeting");
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
    assertThat(meeting)
        .isEnded()
        .hasPassedInOrder(
            "ServiceTask_FreezeRoster",
            "SubProcess_Theme",
            "SubProcess_Plan",
            "CallActivity_ReviewPlan",
            "SubProcess_Preparation",
            "SubProcess_Meeting",
            "SubProcess_Report",
            "ServiceTask_Archive",
            "ServiceTask_TellArchived",
            "EndEvent_Archived")
        .hasNotPassed("UserTask_CompleteArchive", "UserTask_TellAbsentee");
    assertThat(MODELS.archived).isEqualTo(1);
    assertThat(MODELS.ended).isEqualTo(1);
    assertThat(historic("reportStatus")).isEqualTo("ON_TIME");
    assertThat(MODELS.notices)
        .extracting(Notice::event)
        .containsExactly("approval-pending", "approval-granted", "meeting-fixed", "archived");
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
    assertThat(meeting).isWaitingAt("UserTask_Study");
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
    assertThat(assignees("UserTask_Explain")).containsExactlyInAnyOrder("p1", "p3");
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

  private void start() {
    meeting =
        ENGINE
            .getRuntimeService()
            .startProcessInstanceByKey(
                LifeMeetingProcess.KEY,
                "LM-2026-5301A",
                withVariables(
                    "organization",
                    "5301A",
                    "organizationName",
                    "某局党组",
                    "year",
                    2026,
                    "meetingDate",
                    MEETING));
  }

  private void prepared() {
    decideTheme();
    makePlan();
    review("APPROVED");
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
    complete("UserTask_Study", Map.of());
    complete("UserTask_CollectOpinions", Map.of());
    complete("UserTask_FeedbackOpinions", Map.of("flaggedMembers", new ArrayList<>(flagged)));
    completeAll("UserTask_Explain");
    complete("UserTask_Talk", Map.of());
    complete("UserTask_WriteBodyReview", Map.of());
    completeAll("UserTask_WriteOutline");
    runJobs();
    assertThat(meeting).isWaitingAt("UserTask_ConfirmAttendance");
  }

  private void holdMeeting(List<String> present) {
    attend(present, List.of());
    complete("UserTask_ReportPrevious", Map.of());
    complete("UserTask_ReviewBody", Map.of());
    present.forEach(member -> complete("UserTask_ReviewMember", Map.of()));
    complete("UserTask_SumUp", Map.of());
    runJobs();
  }

  private void attend(List<String> present, List<String> absent) {
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
            new ArrayList<>(absent)));
  }

  private void report() {
    MODELS.today = day(MEETING).plusDays(15);
    complete("UserTask_WriteReport", Map.of());
    complete("UserTask_ReceiveBySuperior", Map.of());
    complete("UserTask_ReceiveByDiscipline", Map.of());
    complete("UserTask_ReceiveByOrganization", Map.of());
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

  private Object variable(String name) {
    return ENGINE
        .getHistoryService()
        .createHistoricVariableInstanceQuery()
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
