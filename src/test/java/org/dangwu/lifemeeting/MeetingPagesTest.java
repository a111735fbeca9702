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

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
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

  @Autowired private MockMvc web;
  @Autowired private JdbcClient jdbc;
  @Autowired private RuntimeService runtime;
  @Autowired private TaskService tasks;
  @Autowired private IdentityService identity;
  @Autowired private Dossiers dossiers;
  @Autowired private LeaveBook leaves;
  @Autowired private Clock clock;

  private MeetingBody body;

  @BeforeEach
  void recordersAndMembers() {
    body = new MeetingBody(jdbc, runtime, tasks, identity, clock);
  }

  @AfterEach
  void signOut() {
    identity.clearAuthentication();
  }

  @Proves({"A18", "A19"})
  @Test
  void attendanceBecomesCountsListsAndADocument() throws Exception {
    Task task = body.reach("UserTask_ConfirmAttendance");
    show(task, "attendance").andExpect(content().string(containsString("逐人登记到会情况")));
    leaves.record(
        body.prefix, body.caseId, body.prefix + "2", "ILLNESS", Leave.Decision.GRANTED, 1);
    show(task, "attendance").andExpect(content().string(containsString("上级已同意（")));
    save(task, marks("PRESENT", "LEAVE", "PRESENT").param("reason-" + body.prefix + "2", "住院"))
        .andExpect(content().string(containsString("应到 3 人，实到 2 人")));
    body.as(body.recorder, () -> tasks.complete(task.getId()));
    Map<String, Object> facts = runtime.getVariables(body.instance);
    assertThat(facts)
        .containsEntry("presentCount", 2)
        .containsEntry("absentWithoutLeave", 0)
        .containsEntry("quorumStatus", "MET")
        .containsEntry("presentMembers", List.of(body.prefix + "1", body.prefix + "3"))
        .containsEntry("absentees", List.of(body.prefix + "2"));
    assertThat(Deadlines.day((Date) facts.get("heldDate"))).isEqualTo(LocalDate.now(clock));
    DocumentKey document = DocumentKey.of(body.caseId, "attendance");
    assertThat(dossiers.isFinal(document)).isTrue();
    assertThat(facts.toString()).doesNotContain("住院");
  }

  @Test
  void whatIsWrongIsSaidAndNothingIsKept() throws Exception {
    Task task = body.reach("UserTask_ConfirmAttendance");
    save(task, marks("PRESENT", "LEAVE", "PRESENT"))
        .andExpect(content().string(containsString("成员2 没有经上级同意的请假记录")));
    save(
            task,
            marks("PRESENT", "PRESENT", "PRESENT")
                .param("presence-" + body.prefix + "9", "PRESENT"))
        .andExpect(content().string(containsString("不在应到名册中")));
    save(
            task,
            marks("PRESENT", "PRESENT", "PRESENT")
                .param("presence-" + body.prefix + "1", "PRESENT"))
        .andExpect(content().string(containsString("登记了两次")));
    assertThatThrownBy(() -> body.as(body.recorder, () -> tasks.complete(task.getId())))
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
    Task task = body.reach("UserTask_ConfirmAttendance");
    leaves.record(
        body.prefix, body.caseId, body.prefix + "2", "ILLNESS", Leave.Decision.GRANTED, 1);
    show(task, "attendance").andExpect(content().string(containsString("未交")));
    DocumentKey statement = DocumentKey.about(body.caseId, "leaveStatement", body.prefix + "2");
    dossiers.write(statement, Map.of("text", "书面发言"), body.prefix + "2");
    dossiers.finish(statement, body.prefix + "2");
    save(marks("PRESENT", "LEAVE", "PRESENT"), LocalDate.now(clock).minusDays(1), "09:00")
        .andExpect(content().string(containsString("迟交（")));
    save(marks("PRESENT", "LEAVE", "PRESENT"), LocalDate.now(clock), "23:59")
        .andExpect(content().string(containsString("会前已交（")));
  }

  @Test
  void sheetForSigningNamesAllWhoAreDue() throws Exception {
    Task task = body.reach("UserTask_ConfirmAttendance");
    show(task, "attendance/sign-in")
        .andExpect(content().string(containsString("县水务局党组")))
        .andExpect(content().string(containsString("成员3")));
  }

  @Test
  void whoHasNoPartInTheTaskFindsNothing() throws Exception {
    Task task = body.reach("UserTask_ConfirmAttendance");
    identity.setAuthentication(body.stranger, List.of(), List.of());
    web.perform(get(MeetingBody.path(task, "attendance")).with(user(body.stranger)))
        .andExpect(status().isNotFound())
        .andExpect(content().string(not(containsString("成员1"))));
  }

  private org.springframework.test.web.servlet.ResultActions show(Task task, String page)
      throws Exception {
    return web.perform(body.authenticated(get(MeetingBody.path(task, page))))
        .andExpect(status().isOk());
  }

  private org.springframework.test.web.servlet.ResultActions save(
      Task task, MockHttpServletRequestBuilder marks) throws Exception {
    return save(marks, LocalDate.now(clock), "00:00");
  }

  private org.springframework.test.web.servlet.ResultActions save(
      MockHttpServletRequestBuilder marks, LocalDate heldOn, String startedAt) throws Exception {
    return web.perform(
            body.authenticated(marks)
                .param("heldOn", heldOn.toString())
                .param("startedAt", startedAt)
                .param("observers", "赵督导 县纪委")
                .with(csrf()))
        .andExpect(status().isOk());
  }

  private MockHttpServletRequestBuilder marks(String first, String second, String third) {
    Task task = tasks.createTaskQuery().processInstanceId(body.instance).singleResult();
    return post(MeetingBody.path(task, "attendance"))
        .param("presence-" + body.prefix + "1", first)
        .param("presence-" + body.prefix + "2", second)
        .param("presence-" + body.prefix + "3", third);
  }
}
