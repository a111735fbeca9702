package org.dangwu.lifemeeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.lifemeeting.Attendance.Mark;
import org.dangwu.models.Proves;
import org.dangwu.testing.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The recorder keeps the minutes of a whole meeting on one page. */
@IntegrationTest
@AutoConfigureMockMvc
class AgendaPageTest {

  @Autowired private MockMvc web;
  @Autowired private JdbcClient jdbc;
  @Autowired private RuntimeService runtime;
  @Autowired private TaskService tasks;
  @Autowired private HistoryService history;
  @Autowired private IdentityService identity;
  @Autowired private Dossiers dossiers;
  @Autowired private AttendanceBook attendance;
  @Autowired private Clock clock;

  private MeetingBody body;

  @BeforeEach
  void meeting() {
    body = new MeetingBody(jdbc, runtime, tasks, identity, clock);
  }

  @AfterEach
  void signOut() {
    identity.clearAuthentication();
  }

  @Proves({"A20", "A21", "A22", "A23", "A24"})
  @Test
  void recorderGoesThroughTheWholeMeetingWithoutLeavingThePage() throws Exception {
    Task opening = begin("UserTask_ReportPrevious");
    show(opening)
        .andExpect(content().string(containsString("通报整改和意见")))
        .andExpect(content().string(containsString("成员2")))
        .andExpect(content().string(allOf(containsString("成员3"), containsString("缺席"))))
        .andExpect(content().string(containsString("应到3人，实到2人。")));
    next(opening).andExpect(status().isUnprocessableEntity()).andExpect(says("请先填写"));
    save(opening, "minutesOpening", "facts", "上午九时，三楼");
    save(opening, "minutesOpening", "previous", "上次4项已完成3项");
    save(opening, "minutesOpening", "opinions", "征求到意见2条");
    Task bodyReview = moved(next(opening));
    assertThat(bodyReview.getTaskDefinitionKey()).isEqualTo("UserTask_ReviewBody");
    assertThat(bodyReview.getAssignee()).isEqualTo(body.recorder);
    save(bodyReview, "minutesBody", "review", "代表班子作对照检查");
    for (int rank = 1; rank <= 2; rank++) {
      Task turn = moved(next(rank == 1 ? bodyReview : current()));
      assertThat(tasks.getVariable(turn.getId(), "member")).isEqualTo(body.member(rank));
      show(turn).andExpect(content().string(containsString("正在进行")));
      save(turn, "minutesMember", "self", "自我批评");
      save(turn, "minutesMember", "criticism", "成员" + (3 - rank) + "：多到一线。");
    }
    Task end = moved(next(current()));
    save(end, "minutesSummary", "summary", "总结");
    save(end, "minutesSummary", "requirements", "要求");
    next(end).andExpect(status().isOk()).andExpect(jsonPath("$.done").value(true));
    assertThat(dossiers.isFinal(DocumentKey.about(body.caseId, "minutesMember", body.member(2))))
        .isTrue();
    assertThat(
            history
                .createHistoricVariableInstanceQuery()
                .processInstanceId(body.instance)
                .list()
                .toString())
        .doesNotContain("多到一线");
  }

  @Test
  void answerThatWasLostCanBeAskedForAgain() throws Exception {
    Task opening = begin("UserTask_ReportPrevious");
    for (String section : List.of("facts", "previous", "opinions")) {
      save(opening, "minutesOpening", section, "记录");
    }
    Task following = moved(next(opening));
    assertThat(moved(next(opening)).getId()).isEqualTo(following.getId());
  }

  @Test
  void stepThatNobodyRecordsIsTakenUpOnThePageItself() throws Exception {
    Task opening = begin("UserTask_ReportPrevious");
    tasks.setAssignee(opening.getId(), null);
    show(opening)
        .andExpect(content().string(containsString("签收并开始记录")))
        .andExpect(content().string(not(containsString("通报上次整改措施落实情况"))));
    web.perform(body.authenticated(post(path(opening) + "/claim").param("whole", "")).with(csrf()))
        .andExpect(status().is3xxRedirection());
    show(opening).andExpect(content().string(containsString("通报上次整改措施落实情况")));
  }

  @Test
  void strangersFindNothingAndNobodyElseLooksOverTheShoulder() throws Exception {
    Task opening = begin("UserTask_ReportPrevious");
    identity.setAuthentication(body.stranger, List.of(), List.of());
    web.perform(get(path(opening)).with(user(body.stranger))).andExpect(status().isNotFound());
    web.perform(
            post(path(opening) + "/next")
                .param("run", body.instance)
                .with(user(body.stranger))
                .with(csrf()))
        .andExpect(jsonPath("$.next").doesNotExist());
    assertThat(current().getId()).isEqualTo(opening.getId());
  }

  @Test
  void writtenStatementOfOneWhoIsAwayCanBeReadOut() throws Exception {
    DocumentKey statement = DocumentKey.about(body.caseId, "leaveStatement", body.prefix + "3");
    dossiers.write(statement, Map.of("text", "书面发言"), body.prefix + "3");
    dossiers.finish(statement, body.prefix + "3");
    Task opening = begin("UserTask_ReportPrevious");
    show(opening)
        .andExpect(content().string(containsString("宣读书面发言")))
        .andExpect(
            content()
                .string(
                    containsString(
                        "/dossier/document/" + dossiers.find(statement).orElseThrow().id())));
  }

  private Task begin(String element) {
    Task task = body.reach(element);
    attendance.record(
        task.getId(),
        body.caseId,
        new Attendance(
            LocalDate.now(clock),
            LocalTime.of(9, 0),
            List.of(
                new Mark(body.member(1), Presence.PRESENT, ""),
                new Mark(body.member(2), Presence.PRESENT, ""),
                new Mark(body.member(3), Presence.ABSENT, "")),
            List.of()),
        body.recorder);
    runtime.setVariable(
        body.instance,
        "presentMembers",
        AttendanceGuard.list(List.of(body.member(1), body.member(2))));
    runtime.setVariable(body.instance, "absentees", AttendanceGuard.list(List.of(body.member(3))));
    return task;
  }

  private Task current() {
    return tasks
        .createTaskQuery()
        .processInstanceId(body.instance)
        .taskDefinitionKeyIn(AgendaOrder.ELEMENTS.toArray(String[]::new))
        .singleResult();
  }

  private ResultActions show(Task task) throws Exception {
    return web.perform(body.authenticated(get(path(task)))).andExpect(status().isOk());
  }

  private ResultActions next(Task task) throws Exception {
    return web.perform(
        body.authenticated(post(path(task) + "/next").param("run", body.instance)).with(csrf()));
  }

  private Task moved(ResultActions answer) throws Exception {
    answer.andExpect(status().isOk()).andExpect(jsonPath("$.next").exists());
    return current();
  }

  private void save(Task task, String type, String section, String text) throws Exception {
    web.perform(
            body.authenticated(
                    put(
                        "/dossier/task/{t}/documents/{d}/sections/{s}",
                        task.getId(),
                        type,
                        section))
                .with(csrf())
                .contentType("application/json")
                .content(
                    ("{\"text\":\"" + text + "\",\"revision\":0}")
                        .getBytes(StandardCharsets.UTF_8)))
        .andExpect(status().isOk());
  }

  private static org.springframework.test.web.servlet.ResultMatcher says(String part) {
    return jsonPath("$.message").value(containsString(part));
  }

  private static String path(Task task) {
    return MeetingBody.path(task, "agenda");
  }
}
