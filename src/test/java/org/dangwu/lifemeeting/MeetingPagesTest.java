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

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.models.Proves;
import org.dangwu.testing.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The recorder's pages on the whole application, up to the facts that they hand to the process. */
@IntegrationTest
@AutoConfigureMockMvc
class MeetingPagesTest {

  private final String prefix = "m" + UUID.randomUUID().toString().substring(0, 8);
  private final String body = prefix + "D";
  private final String recorder = prefix + "recorder";
  private final String caseId = UUID.randomUUID().toString();

  @Autowired private MockMvc web;
  @Autowired private JdbcClient jdbc;
  @Autowired private RuntimeService runtime;
  @Autowired private TaskService tasks;
  @Autowired private IdentityService identity;
  @Autowired private Dossiers dossiers;
  @Autowired private LeaveBook leaves;
  @Autowired private Clock clock;

  private String instance;

  @BeforeEach
  void recordersAndMembers() {
    unit(prefix + "A", "云岭县委", "COMMITTEE", null);
    unit(body, "县水务局党组", "PARTY_GROUP", prefix + "A");
    identity.saveGroup(identity.newGroup("recorder-" + body));
    identity.saveGroup(identity.newGroup("office-" + body));
    for (String id : List.of(recorder, prefix + "stranger")) {
      identity.saveUser(identity.newUser(id));
    }
    identity.createMembership(recorder, "recorder-" + body);
    identity.createMembership(recorder, "office-" + body);
    identity.createTenantUserMembership(tenant(), recorder);
  }

  @AfterEach
  void signOut() {
    identity.clearAuthentication();
  }

  @Proves({"A18", "A19"})
  @Test
  void attendanceBecomesCountsListsAndADocument() throws Exception {
    Task task = reach("UserTask_ConfirmAttendance");
    show(task, "attendance").andExpect(content().string(containsString("逐人登记到会情况")));
    leaves.record(prefix, caseId, prefix + "2", "ILLNESS", Leave.Decision.GRANTED);
    show(task, "attendance").andExpect(content().string(containsString("上级已同意（")));
    save(task, marks("PRESENT", "LEAVE", "PRESENT").param("reason-" + prefix + "2", "住院"))
        .andExpect(content().string(containsString("应到 3 人，实到 2 人")));
    as(recorder, () -> tasks.complete(task.getId()));
    Map<String, Object> facts = runtime.getVariables(instance);
    assertThat(facts)
        .containsEntry("presentCount", 2)
        .containsEntry("absentWithoutLeave", 0)
        .containsEntry("quorumStatus", "MET")
        .containsEntry("presentMembers", List.of(prefix + "1", prefix + "3"))
        .containsEntry("absentees", List.of(prefix + "2"));
    assertThat(Deadlines.day((Date) facts.get("heldDate"))).isEqualTo(LocalDate.now(clock));
    DocumentKey document = DocumentKey.of(caseId, "attendance");
    assertThat(dossiers.isFinal(document)).isTrue();
    assertThat(facts.toString()).doesNotContain("住院");
  }

  @Test
  void whatIsWrongIsSaidAndNothingIsKept() throws Exception {
    Task task = reach("UserTask_ConfirmAttendance");
    save(task, marks("PRESENT", "LEAVE", "PRESENT"))
        .andExpect(content().string(containsString("成员2 没有经上级同意的请假记录")));
    save(task, marks("PRESENT", "PRESENT", "PRESENT").param("presence-" + prefix + "9", "PRESENT"))
        .andExpect(content().string(containsString("不在应到名册中")));
    save(task, marks("PRESENT", "PRESENT", "PRESENT").param("presence-" + prefix + "1", "PRESENT"))
        .andExpect(content().string(containsString("登记了两次")));
    assertThatThrownBy(() -> as(recorder, () -> tasks.complete(task.getId())))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining("请先在页面中逐人登记到会情况");
    assertThat(
            jdbc.sql("select count(*) from lifemeeting_session where task_id = ?")
                .param(task.getId())
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Proves("A18")
  @Test
  void statementHandedInAfterTheMeetingBeganIsShownAsLate() throws Exception {
    Task task = reach("UserTask_ConfirmAttendance");
    leaves.record(prefix, caseId, prefix + "2", "ILLNESS", Leave.Decision.GRANTED);
    show(task, "attendance").andExpect(content().string(containsString("未交")));
    DocumentKey statement = DocumentKey.about(caseId, "leaveStatement", prefix + "2");
    dossiers.write(statement, Map.of("text", "书面发言"), prefix + "2");
    dossiers.finish(statement, prefix + "2");
    save(marks("PRESENT", "LEAVE", "PRESENT"), LocalDate.now(clock).minusDays(1), "09:00")
        .andExpect(content().string(containsString("迟交（")));
    save(marks("PRESENT", "LEAVE", "PRESENT"), LocalDate.now(clock), "23:59")
        .andExpect(content().string(containsString("会前已交（")));
  }

  @Test
  void sheetForSigningNamesAllWhoAreDue() throws Exception {
    Task task = reach("UserTask_ConfirmAttendance");
    show(task, "attendance/sign-in")
        .andExpect(content().string(containsString("县水务局党组")))
        .andExpect(content().string(containsString("成员3")));
  }

  @Test
  void whoHasNoPartInTheTaskFindsNothing() throws Exception {
    Task task = reach("UserTask_ConfirmAttendance");
    identity.setAuthentication(prefix + "stranger", List.of(), List.of());
    web.perform(get(path(task, "attendance")).with(user(prefix + "stranger")))
        .andExpect(status().isNotFound())
        .andExpect(content().string(not(containsString("成员1"))));
  }

  @Proves("A10")
  @Test
  void markedMembersAreAskedToExplain() throws Exception {
    Task task = reach("UserTask_FeedbackOpinions");
    DocumentKey feedback = DocumentKey.of(caseId, "opinionFeedback");
    dossiers.write(feedback, Map.of("body", "无", "members", "无", "date", "2026-11-01"), recorder);
    assertThatThrownBy(() -> as(recorder, () -> tasks.complete(task.getId())))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining("请先勾选需要作出说明的成员");
    web.perform(
            authenticated(post(path(task, "explanations")))
                .param("member", prefix + "3")
                .with(csrf()))
        .andExpect(content().string(containsString("1 人需要作出说明")));
    as(recorder, () -> tasks.complete(task.getId()));
    assertThat(runtime.getVariable(instance, "flaggedMembers")).isEqualTo(List.of(prefix + "3"));
    assertThat(
            tasks
                .createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey("UserTask_Explain")
                .list())
        .extracting(Task::getAssignee)
        .containsExactly(prefix + "3");
  }

  private Task reach(String element) {
    List<String> members = new ArrayList<>();
    instance =
        runtime
            .createProcessInstanceByKey(LifeMeetingProcess.KEY)
            .startBeforeActivity(element)
            .setVariables(
                Map.of(
                    "caseId",
                    caseId,
                    "organization",
                    body,
                    "organizationName",
                    "县水务局党组",
                    "year",
                    LocalDate.now(clock).getYear(),
                    "dueCount",
                    3,
                    "meetingDate",
                    Deadlines.startOf(LocalDate.now(clock))))
            .execute()
            .getId();
    jdbc.sql(
            "insert into procedure_case (case_id, kind, organization, organization_name, case_year,"
                + " business_key, counting_key, process_instance_id, started_by, started_at, state)"
                + " values (?, 'LIFE_MEETING', ?, '县水务局党组', 2026, ?, ?, ?, ?, ?, 'RUNNING')")
        .params(caseId, body, "LM-" + body, "LM-" + body, instance, recorder, now())
        .update();
    for (int rank = 1; rank <= 3; rank++) {
      members.add(prefix + rank);
      jdbc.sql(
              "insert into procedure_roster (case_id, person_id, person_name, person_rank, title,"
                  + " principal, voting, frozen_at) values (?, ?, ?, ?, '委员', ?, true, ?)")
          .params(caseId, prefix + rank, "成员" + rank, rank, rank == 1, now())
          .update();
    }
    runtime.setVariable(instance, "members", AttendanceGuard.list(members));
    Task task = tasks.createTaskQuery().processInstanceId(instance).singleResult();
    tasks.claim(task.getId(), recorder);
    return tasks.createTaskQuery().taskId(task.getId()).singleResult();
  }

  private org.springframework.test.web.servlet.ResultActions show(Task task, String page)
      throws Exception {
    return web.perform(authenticated(get(path(task, page)))).andExpect(status().isOk());
  }

  private org.springframework.test.web.servlet.ResultActions save(
      Task task, MockHttpServletRequestBuilder marks) throws Exception {
    return save(marks, LocalDate.now(clock), "00:00");
  }

  private org.springframework.test.web.servlet.ResultActions save(
      MockHttpServletRequestBuilder marks, LocalDate heldOn, String startedAt) throws Exception {
    return web.perform(
            authenticated(marks)
                .param("heldOn", heldOn.toString())
                .param("startedAt", startedAt)
                .param("observers", "赵督导 县纪委")
                .with(csrf()))
        .andExpect(status().isOk());
  }

  private MockHttpServletRequestBuilder marks(String first, String second, String third) {
    Task task = tasks.createTaskQuery().processInstanceId(instance).singleResult();
    return post(path(task, "attendance"))
        .param("presence-" + prefix + "1", first)
        .param("presence-" + prefix + "2", second)
        .param("presence-" + prefix + "3", third);
  }

  private MockHttpServletRequestBuilder authenticated(MockHttpServletRequestBuilder request) {
    identity.setAuthentication(
        recorder, List.of("recorder-" + body, "office-" + body), List.of(tenant()));
    return request.with(user(recorder));
  }

  private void as(String person, Runnable work) {
    identity.setAuthentication(
        person, List.of("recorder-" + body, "office-" + body), List.of(tenant()));
    try {
      work.run();
    } finally {
      identity.clearAuthentication();
    }
  }

  private static String path(Task task, String page) {
    return "/life-meeting/task/" + task.getId() + "/" + page;
  }

  private String tenant() {
    String tenant = prefix + "A";
    if (identity.createTenantQuery().tenantId(tenant).count() == 0) {
      identity.saveTenant(identity.newTenant(tenant));
    }
    return tenant;
  }

  private void unit(String code, String name, String kind, String superior) {
    jdbc.sql(
            "insert into organization_unit (code, name, kind, level, superior, tenant, path,"
                + " sort_order, active) values (?, ?, ?, 'COUNTY', ?, ?, ?, 1, true)")
        .params(
            code,
            name,
            kind,
            superior,
            prefix + "A",
            superior == null ? "/" + code + "/" : "/" + superior + "/" + code + "/")
        .update();
  }

  private static Timestamp now() {
    return Timestamp.from(Instant.parse("2026-10-01T01:00:00Z"));
  }
}
