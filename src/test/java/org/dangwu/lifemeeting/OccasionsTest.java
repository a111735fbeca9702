package org.dangwu.lifemeeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.engine.Unrestricted;
import org.dangwu.models.Proves;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Role;
import org.dangwu.procedure.CaseAction;
import org.dangwu.procedure.CaseActions;
import org.dangwu.procedure.Fact;
import org.dangwu.procedure.Facts;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureCases;
import org.dangwu.procedure.ProcedureKind;
import org.dangwu.procedure.ProcedureStart;
import org.dangwu.testing.AdjustableClock;
import org.dangwu.testing.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * What may come up beside the year's run: special meetings, actions of the people, another chair,
 * termination. On a small model of its own, so that only these parts are looked at.
 */
@IntegrationTest
@ActiveProfiles(
    profiles = {"demo", "test"},
    inheritProfiles = false)
@AutoConfigureMockMvc
@Import({AdjustableClock.Configuration.class, Rehearsal.class})
@TestPropertySource(properties = "dangwu.probe=occasions")
class OccasionsTest {

  @Autowired private ProcedureStart start;
  @Autowired private ProcedureCases cases;
  @Autowired private CaseActions actions;
  @Autowired private Facts facts;
  @Autowired private Rehearsal rehearsal;
  @Autowired private Organizations organizations;
  @Autowired private RepositoryService repository;
  @Autowired private RuntimeService runtime;
  @Autowired private TaskService tasks;
  @Autowired private IdentityService identity;
  @Autowired private Unrestricted unrestricted;
  @Autowired private AdjustableClock clock;
  @Autowired private MockMvc web;
  @Autowired private Dossiers dossiers;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void probe() {
    clock.setTo(LocalDate.of(2026, 11, 2));
    repository
        .createDeployment()
        .name("occasions-probe")
        .enableDuplicateFiltering(false)
        .addClasspathResource("special/life-meeting-probe.bpmn")
        .deploy();
  }

  @AfterEach
  void signOut() {
    identity.clearAuthentication();
  }

  @Proves("A03")
  @Test
  void specialMeetingsAreHeldAnyNumberOfTimesAndDoNotReplaceTheAnnualOne() {
    ProcedureCase first = special("YL01");
    ProcedureCase second = special("YL01");
    ProcedureCase annual = annual("YL01");

    assertThat(List.of(first, second, annual))
        .extracting(ProcedureCase::businessKey)
        .containsExactly("LM-2026-YL01-S1", "LM-2026-YL01-S2", "LM-2026-YL01");
    assertThat(first.title()).isEqualTo("2026年度专题民主生活会（第1次）");
    assertThat(runtime.getVariable(first.processInstanceId(), "meetingKind")).isEqualTo("SPECIAL");
    assertThat(runtime.getVariable(annual.processInstanceId(), "meetingKind")).isEqualTo("ANNUAL");
    assertThatThrownBy(() -> annual("YL01")).hasMessageContaining("只能启动一次");
  }

  @Proves("A03")
  @Test
  void whoMayNotStartTheBodysMeetingMayNotCallForASpecialOneEither() {
    rehearsal.as(organizations.leadingBody("YL02").get(2).personId());

    assertThatThrownBy(() -> start.startSpecial("SpecialMeetingRequired", "YL03", 2026, occasion()))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining("可以启动");
    assertThat(cases.of(ProcedureKind.LIFE_MEETING, "YL03", 2026)).isEmpty();
  }

  @Proves("E09")
  @Test
  void anOccasionDuringThePreparationGetsItsOwnRunWhenTheSuperiorSaysSo() {
    ProcedureCase annual = annual("YL04");
    unrestricted.run(
        () ->
            runtime
                .createMessageCorrelation("SpecialMeetingRequired")
                .processInstanceId(annual.processInstanceId())
                .setVariablesToTriggeredScope(
                    Map.of("specialTrigger", "INSPECTION", "requestedBy", "p"))
                .correlate());
    assertThat(cases.of(ProcedureKind.LIFE_MEETING, "YL04", 2026)).hasSize(1);

    complete(annual, "UserTask_DecideSpecial");

    ProcedureCase separate =
        cases.of(ProcedureKind.LIFE_MEETING, "YL04", 2026).stream()
            .filter(ProcedureCase::isSpecial)
            .findFirst()
            .orElseThrow();
    assertThat(separate.businessKey()).isEqualTo("LM-2026-YL04-S1");
    assertThat(runtime.getVariables(separate.processInstanceId()))
        .containsEntry("specialTrigger", "INSPECTION")
        .containsEntry("meetingKind", "SPECIAL");
    assertThat(open(annual)).extracting(Task::getTaskDefinitionKey).contains("UserTask_Prepare");
  }

  @Proves("A18")
  @Test
  void aMemberSetsInMotionWhatTheModelOffersHimAndIsLedToHisTask() throws Exception {
    ProcedureCase run = annual("YL05");
    String member = organizations.leadingBody("YL05").get(3).personId();

    assertThat(actions.offered(run.caseId(), member))
        .containsExactly(new CaseAction("LeaveRequested", "请假", "因特殊情况不能到会的，经上级同意后请假。"));
    CaseAction.Outcome outcome = actions.perform(run.caseId(), "LeaveRequested", member);

    Task task =
        unrestricted.call(() -> tasks.createTaskQuery().taskId(outcome.taskId()).singleResult());
    assertThat(task.getAssignee()).isEqualTo(member);
    assertThat(task.getTaskDefinitionKey()).isEqualTo("UserTask_GiveReason");
    assertThat(runtime.getVariables(run.processInstanceId())).doesNotContainKey("requestedBy");
    assertThat(actions.perform(run.caseId(), "LeaveRequested", member).taskId())
        .as("asked twice, he is led to what he began")
        .isEqualTo(outcome.taskId());
    String colleague = organizations.leadingBody("YL05").get(2).personId();
    assertThat(actions.perform(run.caseId(), "LeaveRequested", colleague).already()).isFalse();
  }

  @Test
  void whatIsNotForAPersonOrNoLongerPossibleIsNeitherOfferedNorDone() {
    ProcedureCase run = annual("YL06");
    String member = organizations.leadingBody("YL06").get(1).personId();
    String stranger = organizations.leadingBody("YL07").get(1).personId();

    assertThat(actions.offered(run.caseId(), stranger)).isEmpty();
    assertThatThrownBy(() -> actions.perform(run.caseId(), "LeaveRequested", stranger))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining("目前不能办理");
    assertThatThrownBy(() -> actions.perform(run.caseId(), "TerminationRequested", member))
        .isInstanceOf(SubmissionRefused.class);
    unrestricted.run(
        () -> runtime.setVariable(run.processInstanceId(), "heldDate", day(2026, 11, 1)));
    assertThat(actions.offered(run.caseId(), member))
        .as("leave is asked for before the meeting")
        .isEmpty();
    assertThat(actions.offered(run.caseId(), organizations.holders(Role.STAFF, "YLZZB").get(0)))
        .as("a condition that cannot be evaluated offers nothing")
        .extracting(CaseAction::label)
        .containsExactly("申请终止");
  }

  @Test
  void theButtonAsksOnceMoreAndLeadsToTasklist() throws Exception {
    ProcedureCase run = annual("YL08");
    String member = organizations.leadingBody("YL08").get(3).personId();
    String page = "/home/case/" + run.caseId() + "/action/LeaveRequested";

    web.perform(get(page).with(user(member)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("确认请假")));
    assertThat(open(run)).hasSize(1);
    web.perform(post(page).with(user(member))).andExpect(status().isForbidden());
    web.perform(post(page).with(user(member)).with(csrf())).andExpect(status().is3xxRedirection());
    assertThat(open(run)).extracting(Task::getAssignee).contains(member);
    web.perform(get(page).with(user(organizations.leadingBody("YL07").get(0).personId())))
        .andExpect(status().isNotFound());
  }

  @Proves({"E35", "A35"})
  @Test
  void aTerminatedRunIsRecordedAndGivesTheYearFree() {
    ProcedureCase run = annual("YL09");
    actions.perform(
        run.caseId(), "TerminationRequested", organizations.holders(Role.OFFICE, "YL09").get(0));
    String decider = complete(run, "UserTask_DecideTermination");

    assertThat(cases.find(run.caseId()).orElseThrow().state())
        .isEqualTo(ProcedureCase.State.CANCELLED);
    assertThat(cases.termination(run.caseId()).orElseThrow().decidedBy()).isEqualTo(decider);
    assertThat(cases.termination(run.caseId()).orElseThrow().requestedBy())
        .isEqualTo(organizations.holders(Role.OFFICE, "YL09").get(0));
    assertThat(facts.of("YL09", 2026)).extracting(Fact::type).containsExactly(Fact.Type.TERMINATED);

    ProcedureCase anew = annual("YL09");
    assertThat(anew.businessKey()).isEqualTo("LM-2026-YL09-R2");
    assertThatThrownBy(() -> annual("YL09")).hasMessageContaining("只能启动一次");
  }

  @Proves("E07")
  @Test
  void onlyAMemberOrALeaderOfTheSuperiorTakesTheChair() {
    ProcedureCase run = annual("YL10");
    String principal = organizations.leadingBody("YL10").get(0).personId();
    String member = organizations.leadingBody("YL10").get(2).personId();
    String leader = organizations.leadingBody("YL").get(1).personId();
    assertThat(runtime.getVariables(run.processInstanceId()))
        .containsEntry("chair", principal)
        .containsEntry("chairStatus", "IN_OFFICE");

    for (String chair : List.of(member, leader)) {
      needAnotherChair(run);
      complete(run, "UserTask_DesignateChair", Map.of("chair", chair));
      assertThat(runtime.getVariable(run.processInstanceId(), "chair")).isEqualTo(chair);
    }
    needAnotherChair(run);
    String stranger = organizations.leadingBody("YL11").get(0).personId();
    assertThatThrownBy(() -> complete(run, "UserTask_DesignateChair", Map.of("chair", stranger)))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining("请从名单中选定主持人");
    assertThat(runtime.getVariable(run.processInstanceId(), "chair")).isEqualTo(leader);
  }

  @Proves({"A20", "E07"})
  @Test
  void aBodyWithoutPrincipalMayStartAndTheSuperiorIsToDesignateTheChair() {
    String principal = organizations.leadingBody("YL12").get(0).personId();
    jdbc.sql(
            "update organization_position set term_to = ? where person_id = ? and organization ="
                + " 'YL12'")
        .params(LocalDate.of(2026, 10, 31), principal)
        .update();

    ProcedureCase run = annual("YL12");

    Map<String, Object> facts = runtime.getVariables(run.processInstanceId());
    assertThat(facts).containsEntry("principalVacant", true).containsEntry("chairStatus", "VACANT");
    assertThat(facts.get("principal")).as("nobody moves up into the vacant post").isNull();
    assertThat(facts.get("chair")).isNull();
  }

  @Proves("A03")
  @Test
  void theOrganisationDepartmentRegistersAnOccasionAndItsTextStaysInTheDossier() throws Exception {
    String department = organizations.holders(Role.STAFF, "YLZZB").get(0);
    web.perform(get("/life-meeting/special").param("organization", "YL02").with(user(department)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("发生违纪违法案件")))
        .andExpect(content().string(containsString("其他情形")));
    web.perform(register(department).param("text-facts", ""))
        .andExpect(content().string(containsString("请写明需要专门召开民主生活会的情形")));
    assertThat(cases.of(ProcedureKind.LIFE_MEETING, "YL02", 2026)).isEmpty();

    rehearsal.as(department);
    web.perform(register(department).param("text-facts", "独有标记词子丑寅"))
        .andExpect(status().is3xxRedirection());

    ProcedureCase run = cases.of(ProcedureKind.LIFE_MEETING, "YL02", 2026).get(0);
    assertThat(run.businessKey()).isEqualTo("LM-2026-YL02-S1");
    DocumentKey paper = DocumentKey.of(run.caseId(), "specialOrder");
    assertThat(dossiers.isFinal(paper)).isTrue();
    assertThat(runtime.getVariables(run.processInstanceId()).toString())
        .contains("INSPECTION", "云审报〔2026〕3号")
        .doesNotContain("独有标记词子丑寅");
    web.perform(get("/life-meeting/special").param("organization", "YL02").with(user(department)))
        .andExpect(content().string(containsString("LM-2026-YL02-S1")))
        .andExpect(content().string(containsString("审计发现重要问题</td>")));
    String member = organizations.leadingBody("YL02").get(3).personId();
    web.perform(get("/life-meeting/special").param("organization", "YL02").with(user(member)))
        .andExpect(status().isNotFound());
    web.perform(register(member).param("text-facts", "情形")).andExpect(status().isNotFound());
  }

  private MockHttpServletRequestBuilder register(String person) {
    return post("/life-meeting/special")
        .with(user(person))
        .with(csrf())
        .param("organization", "YL02")
        .param("trigger", "INSPECTION")
        .param("reference", "云审报〔2026〕3号")
        .param("plannedOn", "2026-11-20");
  }

  private void needAnotherChair(ProcedureCase run) {
    unrestricted.run(
        () ->
            runtime
                .createMessageCorrelation("ChairNeeded")
                .processInstanceId(run.processInstanceId())
                .correlate());
  }

  private ProcedureCase annual(String body) {
    rehearsal.as(organizations.holders(Role.RECORDER, body).get(0));
    try {
      return start.start(
          ProcedureKind.LIFE_MEETING, body, 2026, Map.of("meetingDate", day(2026, 12, 1)));
    } finally {
      identity.clearAuthentication();
    }
  }

  private ProcedureCase special(String body) {
    rehearsal.as(organizations.holders(Role.STAFF, "YLZZB").get(0));
    try {
      return start.startSpecial("SpecialMeetingRequired", body, 2026, occasion());
    } finally {
      identity.clearAuthentication();
    }
  }

  private static Map<String, Object> occasion() {
    return Map.of("specialTrigger", "INSPECTION", "meetingDate", day(2026, 11, 20));
  }

  private String complete(ProcedureCase run, String element) {
    return complete(run, element, Map.of());
  }

  private String complete(ProcedureCase run, String element, Map<String, Object> inputs) {
    Task task =
        open(run).stream()
            .filter(found -> found.getTaskDefinitionKey().equals(element))
            .findFirst()
            .orElseThrow();
    String performer = rehearsal.performer(task);
    rehearsal.as(performer);
    try {
      if (task.getAssignee() == null) {
        tasks.claim(task.getId(), performer);
      }
      tasks.complete(task.getId(), inputs);
      return performer;
    } finally {
      identity.clearAuthentication();
    }
  }

  private List<Task> open(ProcedureCase run) {
    return unrestricted.call(
        () -> tasks.createTaskQuery().processInstanceId(run.processInstanceId()).list());
  }

  private static Date day(int year, int month, int day) {
    return Deadlines.startOf(LocalDate.of(year, month, day));
  }
}
