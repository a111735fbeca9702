package org.dangwu.lifemeeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.engine.Unrestricted;
import org.dangwu.models.Proves;
import org.dangwu.organization.LeadingMember;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Role;
import org.dangwu.procedure.CaseAction;
import org.dangwu.procedure.CaseActions;
import org.dangwu.procedure.Parameters;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureCases;
import org.dangwu.procedure.ProcedureKind;
import org.dangwu.procedure.ProcedureStart;
import org.dangwu.testing.AdjustableClock;
import org.dangwu.testing.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * What changes in the course of a meeting and what must follow: its day, its chair, the order to
 * hold it again, absence without leave.
 */
@IntegrationTest
@ActiveProfiles(
    profiles = {"demo", "test"},
    inheritProfiles = false)
@TestPropertySource(properties = "dangwu.probe=changes")
@AutoConfigureMockMvc
@Import({AdjustableClock.Configuration.class, Rehearsal.class})
class CourseChangesTest {

  @Autowired private ProcedureStart start;
  @Autowired private ProcedureCases cases;
  @Autowired private CaseActions actions;
  @Autowired private Rehearsal rehearsal;
  @Autowired private Organizations organizations;
  @Autowired private Dossiers dossiers;
  @Autowired private Parameters parameters;
  @Autowired private TaskService tasks;
  @Autowired private RuntimeService runtime;
  @Autowired private ManagementService management;
  @Autowired private IdentityService identity;
  @Autowired private Unrestricted unrestricted;
  @Autowired private AdjustableClock clock;
  @Autowired private MockMvc web;

  @AfterEach
  void signOut() {
    identity.clearAuthentication();
  }

  @Proves({"A02", "E04"})
  @Test
  void whateverHangsOnTheDayOfTheMeetingMovesWithIt() {
    ProcedureCase run = begin("YL08");
    String member = organizations.leadingBody("YL08").get(3).personId();
    Set<String> waiting =
        Set.of(
            "UserTask_Study",
            "UserTask_CollectOpinions",
            "UserTask_Talk",
            "UserTask_ProposeObservers",
            "UserTask_HandInStatement");
    rehearsal.play(run, script("甲", "NO"), waiting);
    actions.perform(run.caseId(), "LeaveRequested", member);
    rehearsal.play(run, script("甲", "NO"), waiting);
    assertThat(due(run, "UserTask_HandInStatement")).isEqualTo(evening(12, 1));
    Date observersDue = due(run, "UserTask_ProposeObservers");

    actions.perform(
        run.caseId(), "DateChangeRequested", organizations.holders(Role.OFFICE, "YL08").get(0));
    rehearsal.play(run, script("甲", "NO"), waiting);

    assertThat(waiting)
        .filteredOn(task -> !task.equals("UserTask_ProposeObservers"))
        .allSatisfy(task -> assertThat(due(run, task)).isEqualTo(evening(12, 15)));
    assertThat(Deadlines.day(due(run, "UserTask_ProposeObservers")))
        .isEqualTo(Deadlines.day(observersDue).plusDays(14));
    assertThat(timer(run, "Timer_StatementDue")).isEqualTo(day(12, 15));
    assertThat(Deadlines.day(timer(run, "Timer_ObserversDue")))
        .isEqualTo(Deadlines.day(observersDue).plusDays(14));
    assertThat(instances(run))
        .hasSize(2)
        .allSatisfy(
            instance ->
                assertThat(runtime.getVariable(instance.getId(), "meetingDate"))
                    .isEqualTo(day(12, 15)));
  }

  @Proves({"A02", "E03", "E04"})
  @Test
  void whoWasRemindedForTheFirstDayIsRemindedAgainForTheNewOne() {
    ProcedureCase run = begin("YL07");
    String member = organizations.leadingBody("YL07").get(3).personId();
    Set<String> waiting =
        Set.of(
            "UserTask_Study",
            "UserTask_CollectOpinions",
            "UserTask_Talk",
            "UserTask_ProposeObservers",
            "UserTask_HandInStatement");
    rehearsal.play(run, script("甲", "NO"), waiting);
    actions.perform(run.caseId(), "LeaveRequested", member);
    rehearsal.play(run, script("甲", "NO"), waiting);
    clock.setTo(LocalDate.of(2026, 12, 1));
    for (String event : List.of("Timer_StatementDue", "Timer_ObserversDue")) {
      timers(run, event).forEach(timer -> management.executeJob(timer.getId()));
      assertThat(timers(run, event)).as(event).isEmpty();
    }

    actions.perform(
        run.caseId(), "DateChangeRequested", organizations.holders(Role.OFFICE, "YL07").get(0));
    rehearsal.play(run, script("甲", "NO"), waiting);

    assertThat(timer(run, "Timer_StatementDue")).isEqualTo(day(12, 15));
    assertThat(Deadlines.day(timer(run, "Timer_ObserversDue")))
        .isEqualTo(LocalDate.of(2026, 12, 12));
  }

  @Proves("A37")
  @Test
  void aMeetingHeldAgainNeedsItsPapersAnewAndKeepsTheFirstOnes() throws Exception {
    ProcedureCase run = begin("YL09");
    String member = organizations.leadingBody("YL09").get(2).personId();
    DocumentKey outline = DocumentKey.about(run.caseId(), "outline", member);
    rehearsal.play(run, script("甲", "NO"), Set.of("UserTask_ReceiveByOrganization"));
    assertThat(dossiers.isFinal(outline)).isTrue();

    rehearsal.play(
        run, script("甲", "YES"), Set.of("UserTask_WriteBodyReview", "UserTask_WriteOutline"));

    assertThat(dossiers.find(outline)).as("to be written anew").isEmpty();
    assertThat(dossiers.versions(outline)).hasSize(1);
    Task own =
        open(run, "UserTask_WriteOutline").stream()
            .filter(task -> member.equals(task.getAssignee()))
            .findFirst()
            .orElseThrow();
    assertThat(own.getDueDate()).isEqualTo(evening(12, 21));
    rehearsal.as(member);
    assertThatThrownBy(() -> tasks.complete(own.getId()))
        .as("the first meeting's paper is not enough")
        .isInstanceOf(SubmissionRefused.class);
    identity.clearAuthentication();

    rehearsal.play(run, script("乙", "NO"), Set.of("UserTask_ReviewMember"));
    Task review = open(run, "UserTask_ReviewMember").get(0);
    String recorder = rehearsal.performer(review);
    rehearsal.as(recorder);
    tasks.claim(review.getId(), recorder);
    identity.clearAuthentication();
    web.perform(get("/dossier/task/" + review.getId()).with(user(recorder)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("乙：outline")))
        .andExpect(content().string(not(containsString("甲：outline"))));

    rehearsal.play(run, script("乙", "NO"));
    assertThat(cases.find(run.caseId()).orElseThrow().state())
        .isEqualTo(ProcedureCase.State.COMPLETED);
    for (String type : List.of("bodyReview", "attendance", "minutesSummary", "report")) {
      assertThat(dossiers.versions(DocumentKey.of(run.caseId(), type)))
          .as(type)
          .hasSize(2)
          .allMatch(DossierDocument::isFinal);
    }
    assertThat(dossiers.read(dossiers.versions(outline).get(0).id(), "system").values())
        .as("what was said first stays")
        .allMatch(text -> !text.contains("乙"));
  }

  @Proves({"A18", "A37"})
  @Test
  void leaveOfTheFirstMeetingIsNoLeaveWhenItIsHeldAgain() throws Exception {
    ProcedureCase run = begin("YL12");
    String member = organizations.leadingBody("YL12").get(3).personId();
    String name = organizations.leadingBody("YL12").get(3).name();
    Rehearsal.Script away =
        new Rehearsal.Script(script("甲", "YES").inputs(), Set.of(4), type -> "甲：" + type);
    rehearsal.play(run, away, Set.of("UserTask_Study"));
    actions.perform(run.caseId(), "LeaveRequested", member);
    rehearsal.play(run, away, Set.of("UserTask_ReceiveByOrganization"));
    assertThat(variable(run, "absentWithoutLeave")).as("on leave the first time").isEqualTo(0);

    rehearsal.play(run, away, Set.of("UserTask_ConfirmAttendance"));

    Task attendance = open(run, "UserTask_ConfirmAttendance").get(0);
    String recorder = rehearsal.performer(attendance);
    rehearsal.as(recorder);
    tasks.claim(attendance.getId(), recorder);
    identity.clearAuthentication();
    String page = "/life-meeting/task/" + attendance.getId() + "/attendance";
    web.perform(get(page).with(user(recorder)))
        .andExpect(content().string(containsString("上一次会议的请假不再适用")))
        .andExpect(content().string(not(containsString("上级已同意"))));
    MockHttpServletRequestBuilder marks = post(page).with(user(recorder)).with(csrf());
    organizations
        .leadingBody("YL12")
        .forEach(
            one ->
                marks.param(
                    "presence-" + one.personId(),
                    one.personId().equals(member) ? "LEAVE" : "PRESENT"));
    web.perform(marks.param("heldOn", LocalDate.now(clock).toString()).param("startedAt", "09:00"))
        .andExpect(content().string(containsString(name + " 没有经上级同意的请假记录")));

    actions.perform(run.caseId(), "LeaveRequested", member);
    rehearsal.play(run, away, Set.of("UserTask_ConfirmAttendance", "UserTask_HandInStatement"));
    web.perform(get(page).with(user(recorder)))
        .andExpect(content().string(containsString("上级已同意")));
  }

  @Proves("A13")
  @Test
  void superiorReadsTheMaterialsReturnsThemWithItsOpinionAndOnlyThoseConcernedReadIt()
      throws Exception {
    ProcedureCase run = begin("YL06");
    parameters.set("dlm.reviewMaterials", "YL06", 2026, 1, "system");
    String chair = organizations.leadingBody("YL06").get(0).personId();
    String office = organizations.holders(Role.OFFICE, "YL06").get(0);
    Rehearsal.Script script = accepting(script("甲", "NO"), "RETURNED");
    Set<String> reviews = Set.of("UserTask_ReviewBodyReview", "UserTask_ReviewChairOutline");
    rehearsal.play(run, script, reviews);
    for (String review : reviews) {
      Task task = open(run, review).get(0);
      String reviewer = rehearsal.performer(task);
      rehearsal.as(reviewer);
      tasks.claim(task.getId(), reviewer);
      identity.clearAuthentication();
      web.perform(get("/dossier/task/" + task.getId()).with(user(reviewer)))
          .andExpect(content().string(containsString("甲：")));
      rehearsal.work(run, task, script);
    }
    rehearsal.play(run, script, Set.of("UserTask_WriteBodyReview", "UserTask_WriteOutline"));

    Task body = open(run, "UserTask_WriteBodyReview").get(0);
    rehearsal.as(office);
    tasks.claim(body.getId(), office);
    identity.clearAuthentication();
    web.perform(get("/dossier/task/" + body.getId()).with(user(office)))
        .andExpect(content().string(containsString("请补充整改措施的时限")));
    Task outline = open(run, "UserTask_WriteOutline").get(0);
    assertThat(outline.getAssignee()).isEqualTo(chair);
    web.perform(get("/dossier/task/" + outline.getId()).with(user(chair)))
        .andExpect(content().string(containsString("请补充整改措施的时限")));
    DossierDocument opinion =
        dossiers.find(DocumentKey.about(run.caseId(), "outlineReview", chair)).orElseThrow();
    web.perform(get("/dossier/document/" + opinion.id()).with(user(office)))
        .andExpect(status().isForbidden());

    rehearsal.play(
        run, accepting(script("乙", "NO"), "APPROVED"), Set.of("UserTask_ConfirmAttendance"));
    assertThat(dossiers.versions(DocumentKey.of(run.caseId(), "bodyReview")))
        .hasSize(2)
        .allMatch(DossierDocument::isFinal);
  }

  private static Rehearsal.Script accepting(Rehearsal.Script usual, String result) {
    Map<String, Map<String, Object>> inputs = new HashMap<>(usual.inputs());
    Map<String, Object> answer = new HashMap<>(Map.of("approvalResult", result));
    if (result.equals("RETURNED")) {
      answer.put("opinion", "请补充整改措施的时限。");
    }
    inputs.put("UserTask_ReviewBodyReview", answer);
    inputs.put("UserTask_ReviewChairOutline", answer);
    inputs.put("UserTask_ReviewOutline", Map.of("outlineAccepted", "YES"));
    return new Rehearsal.Script(inputs, usual.onLeave(), usual.content());
  }

  @Proves("E07")
  @Test
  void theDesignatedChairHasTheRightsAndTheOpenTasksOfTheChair() throws Exception {
    ProcedureCase run = begin("YL10");
    List<LeadingMember> body = organizations.leadingBody("YL10");
    String principal = body.get(0).personId();
    String leader = organizations.leadingBody("YL").get(1).personId();
    rehearsal.play(run, script("甲", "NO"), Set.of("UserTask_RecordInquiry", "UserTask_Talk"));
    web.perform(get("/home/case/" + run.caseId()).with(user(leader)))
        .andExpect(status().isNotFound());

    actions.perform(run.caseId(), "ChairNeeded", organizations.holders(Role.OFFICE, "YL10").get(0));
    Map<String, Map<String, Object>> inputs = new HashMap<>(script("甲", "NO").inputs());
    inputs.put(
        "UserTask_DesignateSubstitute",
        Map.of("chair", leader, "chairReason", "因上级统一安排的重要任务，确需如此办理"));
    rehearsal.play(
        run,
        new Rehearsal.Script(inputs, Set.of(), type -> "甲：" + type),
        Set.of("UserTask_ApproveNotice"));

    Task notice = open(run, "UserTask_ApproveNotice").get(0);
    assertThat(notice.getAssignee()).isEqualTo(leader);
    web.perform(get("/home/case/" + run.caseId()).with(user(leader))).andExpect(status().isOk());
    web.perform(get("/dossier/case/" + run.caseId()).with(user(leader)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("会议记录")));
    assertThat(open(run, "UserTask_ReviewMember")).isEmpty();
    assertThat(actions.offered(run.caseId(), leader))
        .extracting(CaseAction::label)
        .doesNotContain("请假");
    web.perform(get("/dossier/case/" + run.caseId()).with(user(principal)))
        .andExpect(status().isOk());
    rehearsal.as(leader);
    assertThat(tasks.createTaskQuery().taskId(notice.getId()).count()).isEqualTo(1);
    identity.clearAuthentication();
    rehearsal.play(run, script("甲", "NO"));
    assertThat(cases.find(run.caseId()).orElseThrow().state())
        .isEqualTo(ProcedureCase.State.COMPLETED);
  }

  @Proves("E02")
  @Test
  void theReportNamesWhoStayedAwayWithoutLeave() {
    ProcedureCase run = begin("YL11");
    String absent = organizations.leadingBody("YL11").get(4).name();
    Rehearsal.Script script =
        new Rehearsal.Script(script("甲", "NO").inputs(), Set.of(5), type -> "甲：" + type);
    rehearsal.play(run, script, Set.of("UserTask_WriteReport"));
    Task report = open(run, "UserTask_WriteReport").get(0);
    String writer = rehearsal.performer(report);
    rehearsal.as(writer);
    tasks.claim(report.getId(), writer);
    DocumentKey key = DocumentKey.of(run.caseId(), "report");
    dossiers.write(
        key,
        Map.of("opinions", "一", "criticism", "二", "measures", "三", "attendance", "一人缺席"),
        writer);

    assertThatThrownBy(() -> tasks.complete(report.getId()))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining("到会和缺席情况")
        .hasMessageContaining(absent);
    assertThat(dossiers.isFinal(key)).isFalse();

    dossiers.write(key, Map.of("attendance", absent + "未经批准缺席。"), writer);
    tasks.complete(report.getId());
    assertThat(dossiers.isFinal(key)).isTrue();
  }

  private ProcedureCase begin(String body) {
    clock.setTo(LocalDate.of(2026, 11, 2));
    rehearsal.as(organizations.holders(Role.RECORDER, body).get(0));
    ProcedureCase run =
        start.start(ProcedureKind.LIFE_MEETING, body, 2026, Map.of("meetingDate", day(12, 1)));
    identity.clearAuthentication();
    return run;
  }

  private List<ProcessInstance> instances(ProcedureCase run) {
    return unrestricted.call(
        () ->
            runtime
                .createProcessInstanceQuery()
                .rootProcessInstanceId(run.processInstanceId())
                .list());
  }

  private List<Task> open(ProcedureCase run, String element) {
    return unrestricted.call(
        () ->
            tasks
                .createTaskQuery()
                .processInstanceBusinessKey(run.businessKey())
                .taskDefinitionKey(element)
                .list());
  }

  private Object variable(ProcedureCase run, String name) {
    return unrestricted.call(() -> runtime.getVariable(run.processInstanceId(), name));
  }

  private Date due(ProcedureCase run, String element) {
    return open(run, element).get(0).getDueDate();
  }

  private Date timer(ProcedureCase run, String event) {
    return timers(run, event).get(0).getDuedate();
  }

  private List<Job> timers(ProcedureCase run, String event) {
    return instances(run).stream()
        .flatMap(
            instance ->
                management
                    .createJobQuery()
                    .processInstanceId(instance.getId())
                    .activityId(event)
                    .timers()
                    .list()
                    .stream())
        .toList();
  }

  private static Date day(int month, int day) {
    return Deadlines.startOf(LocalDate.of(2026, month, day));
  }

  /** Until when a task may be done that is due on this day. */
  private static Date evening(int month, int dayOfMonth) {
    return Deadlines.endOf(Deadlines.day(day(month, dayOfMonth)));
  }

  private static Rehearsal.Script script(String marker, String repeat) {
    Map<String, Object> judgement = new HashMap<>();
    judgement.put("receiptNumber", "收〔2026〕3号");
    judgement.put("repeatOrdered", repeat);
    if (repeat.equals("YES")) {
      judgement.put("repeatDate", day(12, 21));
      judgement.put("repeatReason", "因上级统一安排的重要任务，确需如此办理");
    }
    Map<String, Map<String, Object>> inputs = new HashMap<>();
    inputs.put("UserTask_DecideTheme", Map.of("themeSource", "SUPERIOR", "theme", "树立和践行正确政绩观"));
    inputs.put("UserTask_MakePlan", Map.of("meetingDate", day(12, 1)));
    inputs.put("UserTask_Review", Map.of("approvalResult", "APPROVED", "opinion", "同意"));
    inputs.put("UserTask_ReviewRequest", Map.of("approvalResult", "APPROVED", "opinion", "同意"));
    inputs.put("UserTask_ReceiveBySuperior", Map.of("receiptNumber", "收〔2026〕1号"));
    inputs.put("UserTask_ReceiveByDiscipline", Map.of("receiptNumber", "收〔2026〕2号"));
    inputs.put("UserTask_ReceiveByOrganization", judgement);
    inputs.put(
        "UserTask_RequestLeave",
        Map.of(
            "requestState",
            "SUBMITTED",
            "leaveReason",
            "ILLNESS",
            "specialCase",
            "NO",
            "leaveText",
            "因上级统一安排的重要任务，确需如此办理"));
    inputs.put(
        "UserTask_RequestDateChange",
        Map.of(
            "requestState",
            "SUBMITTED",
            "proposedDate",
            day(12, 15),
            "changeReason",
            "因上级统一安排的重要任务，确需如此办理"));
    inputs.put(
        "UserTask_ReportChair",
        Map.of(
            "requestState",
            "SUBMITTED",
            "chairStatus",
            "UNABLE",
            "chairSituation",
            "因公长期外出，不能主持会议"));
    return new Rehearsal.Script(inputs, Set.of(), type -> marker + "：" + type);
  }
}
