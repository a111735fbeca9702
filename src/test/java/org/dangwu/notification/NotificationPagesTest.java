package org.dangwu.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.dangwu.organization.Role;
import org.dangwu.security.SystemGroups;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

@NotificationTest
class NotificationPagesTest {

  @Autowired MockMvc web;
  @Autowired Notifications notifications;
  @Autowired Inbox inbox;
  @Autowired Dispatcher dispatcher;
  @Autowired IdentityService identity;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  County county;
  String recorder;
  String member;
  String operator;

  @BeforeEach
  void people() {
    jdbc.sql("delete from notification_delivery").update();
    county = new County(jdbc);
    recorder = county.appoint("recorder", Role.RECORDER, county.bureau);
    member = county.appoint("member", Role.MEMBER, county.bureau);
    account(recorder);
    operator = county.person("operator");
    account(operator);
    if (identity.createGroupQuery().groupId(SystemGroups.ADMINISTRATORS).count() == 0) {
      identity.saveGroup(identity.newGroup(SystemGroups.ADMINISTRATORS));
    }
    identity.createMembership(operator, SystemGroups.ADMINISTRATORS);
    announce();
  }

  @Test
  void inboxShowsOwnMessagesAndTheNumberOfUnreadOnes() throws Exception {
    web.perform(get("/inbox").with(user(recorder)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("未读消息 1 条")))
        .andExpect(content().string(containsString("县水务局党组2026年度民主生活会定于")))
        .andExpect(content().string(containsString("title=\"未读消息\">1</span>")));
  }

  @Test
  void openingMarksAsReadAndTheCountGoesDown() throws Exception {
    web.perform(get("/inbox/" + messageOf(recorder)).with(user(recorder)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("会议定于2026年12月10日召开")))
        .andExpect(content().string(not(containsString("title=\"未读消息\""))));

    assertThat(inbox.unread(recorder)).isZero();
    assertThat(inbox.unread(member)).isEqualTo(1);
  }

  @Test
  void messageOfAnotherPersonIsNotFoundAndStaysUnread() throws Exception {
    web.perform(get("/inbox/" + messageOf(member)).with(user(recorder)))
        .andExpect(status().isNotFound());

    assertThat(inbox.unread(member)).isEqualTo(1);
  }

  @Test
  void markingAllTouchesOnlyOwnMessages() throws Exception {
    announce();

    web.perform(post("/inbox/read-all").with(user(recorder)).with(csrf()))
        .andExpect(status().is3xxRedirection());

    assertThat(inbox.unread(recorder)).isZero();
    assertThat(inbox.unread(member)).isEqualTo(2);
  }

  @Test
  void markingNeedsTheTokenOfThePage() throws Exception {
    web.perform(post("/inbox/read-all").with(user(recorder))).andExpect(status().isForbidden());
  }

  @Test
  void longInboxIsPaged() throws Exception {
    for (int i = 0; i < InboxPage.PAGE_SIZE; i++) {
      announce();
    }

    web.perform(get("/inbox").with(user(recorder)))
        .andExpect(content().string(containsString("第 1 页，共 2 页")));
    web.perform(get("/inbox?page=99").with(user(recorder)))
        .andExpect(content().string(containsString("第 2 页，共 2 页")));
  }

  @Test
  void outboxIsForAdministratorsOnly() throws Exception {
    web.perform(get("/notification/outbox").with(user(recorder))).andExpect(status().isForbidden());
    web.perform(post("/notification/outbox/resend-all").with(user(recorder)).with(csrf()))
        .andExpect(status().isForbidden());
    web.perform(get("/notification/outbox").with(administrator())).andExpect(status().isOk());
  }

  @Test
  void outboxShowsWhatFailsWithoutItsText() throws Exception {
    dispatcher.dispatch();

    web.perform(get("/notification/outbox").with(administrator()))
        .andExpect(content().string(containsString("系统尚未配置该渠道")))
        .andExpect(content().string(containsString("会议日期确定")))
        .andExpect(content().string(containsString("县水务局党组")))
        .andExpect(content().string(not(containsString("定于2026年12月10日召开"))))
        .andExpect(content().string(not(containsString("通知规则表有误"))));
  }

  @Test
  void administratorPutsAllBackIntoTheQueue() throws Exception {
    dispatcher.dispatch();

    web.perform(post("/notification/outbox/resend-all").with(administrator()).with(csrf()))
        .andExpect(status().is3xxRedirection());

    assertThat(
            jdbc.sql("select distinct state from notification_delivery").query(String.class).list())
        .isEqualTo(List.of("WAITING"));
  }

  private void announce() {
    transaction.executeWithoutResult(
        status ->
            notifications.announce(
                Announcement.of(
                        UUID.randomUUID().toString(), "meeting-fixed", county.caseId, county.bureau)
                    .due(LocalDate.of(2026, 12, 10))));
  }

  private String messageOf(String person) {
    return inbox.latest(person, 1).get(0).id();
  }

  private RequestPostProcessor administrator() {
    return user(operator);
  }

  /** The engine's account behind a login. */
  private void account(String id) {
    User user = identity.newUser(id);
    user.setFirstName("张三");
    user.setPassword("Yunling-2026-water");
    identity.saveUser(user);
  }
}
