package org.dangwu.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.People;
import org.dangwu.organization.Role;
import org.dangwu.procedure.ProcedureCases;
import org.dangwu.testing.AdjustableClock;
import org.dangwu.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

@IntegrationTest
@ActiveProfiles(
    profiles = {"demo", "test"},
    inheritProfiles = false)
@AutoConfigureMockMvc
@Import(AdjustableClock.Configuration.class)
// A database of its own: other tests begin the meetings of the same bodies.
@TestPropertySource(properties = "dangwu.probe=guide")
class GuidePageTest {

  private static final String BODY = "YL11";

  @Autowired private MockMvc web;
  @Autowired private Organizations organizations;
  @Autowired private People people;
  @Autowired private ProcedureCases cases;
  @Autowired private TaskService tasks;
  @Autowired private IdentityService identity;
  @Autowired private AdjustableClock clock;

  private Task task;
  private String clerk;

  @BeforeEach
  void aMeetingWhoseThemeIsToBeDecided() throws Exception {
    clock.setTo(LocalDate.of(2026, 11, 2));
    clerk = organizations.holders(Role.OFFICE, "YL").get(0);
    identity.clearAuthentication();
    if (cases.ofOrganizations(List.of(BODY)).isEmpty()) {
      web.perform(
          post("/home/start")
              .with(user(organizations.holders(Role.RECORDER, BODY).get(0)))
              .with(csrf())
              .param("kind", "LIFE_MEETING")
              .param("organization", BODY)
              .param("year", "2026")
              .param("meetingDate", "2026-12-01"));
    }
    String key = cases.ofOrganizations(List.of(BODY)).get(0).businessKey();
    task =
        tasks
            .createTaskQuery()
            .processInstanceBusinessKey(key)
            .taskDefinitionKey("UserTask_DecideTheme")
            .singleResult();
    tasks.setAssignee(task.getId(), null);
    task = tasks.createTaskQuery().taskId(task.getId()).singleResult();
    due(null);
  }

  @Test
  void theClerkReadsWhatIsAskedByWhomByWhichRuleAndWhatComesNext() throws Exception {
    assertThat(panel(clerk))
        .contains("请明确本年度民主生活会主题由谁确定")
        .doesNotContain("依据：")
        .contains("没有固定期限")
        .contains("上级党组织办公室", "待签收")
        .contains("会议主题一般由上级党组织统一确定", "法规规定", "民主生活会若干规定")
        .contains("主题由谁确定 — 班子提出", "提出会议主题");
  }

  @Test
  void theDeadlineIsToldWithItsWeekdayAndTheDaysLeftOrOverdue() throws Exception {
    due(LocalDate.of(2026, 11, 10));
    assertThat(panel(clerk)).contains("2026年11月10日（星期二）", "还有8天");

    clock.setTo(LocalDate.of(2026, 11, 8));
    assertThat(panel(clerk)).contains("还有2天到期");
    clock.setTo(LocalDate.of(2026, 11, 10));
    assertThat(panel(clerk)).contains("今日到期");
    clock.setTo(LocalDate.of(2026, 11, 13));
    assertThat(panel(clerk)).contains("已逾期3天");
  }

  @Test
  void whoeverClaimedTheTaskIsNamed() throws Exception {
    tasks.setAssignee(task.getId(), clerk);

    assertThat(panel(clerk)).contains("现由" + people.name(clerk) + "办理").doesNotContain("待签收");
  }

  @Test
  void whoMayNotSeeTheTaskLearnsNothingOfIt() throws Exception {
    String stranger = organizations.leadingBody("YL10").get(0).personId();

    assertThat(answer(stranger).getStatus()).isEqualTo(204);
    assertThat(answer(stranger).getContentAsString()).isEmpty();
  }

  private void due(LocalDate day) {
    task.setDueDate(
        day == null ? null : Date.from(day.atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant()));
    identity.clearAuthentication();
    tasks.saveTask(task);
    task = tasks.createTaskQuery().taskId(task.getId()).singleResult();
  }

  private String panel(String person) throws Exception {
    MockHttpServletResponse response = answer(person);
    assertThat(response.getStatus()).isEqualTo(200);
    return response.getContentAsString(StandardCharsets.UTF_8);
  }

  private MockHttpServletResponse answer(String person) throws Exception {
    return web.perform(get("/guide/task/" + task.getId()).with(user(person)))
        .andReturn()
        .getResponse();
  }
}
