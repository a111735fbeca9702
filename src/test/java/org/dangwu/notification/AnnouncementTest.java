package org.dangwu.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dangwu.organization.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@NotificationTest
class AnnouncementTest {

  @Autowired Notifications notifications;
  @Autowired Inbox inbox;
  @Autowired RulesCheck rulesCheck;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;

  County county;
  String office;
  String recorder;
  String principal;
  String staff;
  String head;

  @BeforeEach
  void people() {
    county = new County(jdbc);
    office = county.appoint("office", Role.OFFICE, county.bureau);
    recorder = county.appoint("recorder", Role.RECORDER, county.bureau);
    principal = county.appoint("principal", Role.PRINCIPAL, county.bureau);
    staff = county.appoint("staff", Role.STAFF, county.department);
    head = county.appoint("head", Role.HEAD, county.department);
  }

  @Test
  void everyRuleOfTheDeployedTableIsReadableAndHasItsText() {
    assertThat(rulesCheck.problems()).isEmpty();
  }

  @Test
  void planRemindsThenWarnsThenGoesUpAsTheDeadlineComesNearer() {
    announce("plan-due", 10);
    assertThat(levels(office)).containsExactly(Level.REMINDER);
    assertThat(levels(recorder)).containsExactly(Level.REMINDER);
    assertThat(levels(principal)).isEmpty();

    announce("plan-due", 3);
    assertThat(levels(office)).containsExactly(Level.WARNING, Level.REMINDER);
    assertThat(levels(principal)).containsExactly(Level.WARNING);
    assertThat(levels(staff)).isEmpty();

    announce("plan-due", 0);
    assertThat(levels(office)).containsExactly(Level.WARNING, Level.REMINDER);
    assertThat(levels(principal)).containsExactly(Level.ESCALATION, Level.WARNING);
    assertThat(levels(staff)).containsExactly(Level.ESCALATION);
  }

  @Test
  void lateReportGoesToThePrincipalAndToTheSuperior() {
    String superior = county.appoint("superior", Role.OFFICE, county.committee);

    announce("report-due", -1);

    assertThat(levels(principal)).containsExactly(Level.ESCALATION);
    assertThat(levels(superior)).containsExactly(Level.ESCALATION);
    assertThat(levels(head)).containsExactly(Level.ESCALATION);
    assertThat(inbox.latest(head, 1).get(0).body()).contains("已逾期1天");
    assertThat(channels(head)).containsExactlyInAnyOrder("MAIL", "WEBHOOK");
    assertThat(channels(principal)).containsExactly("MAIL");
  }

  @Test
  void textNamesMatterBodyDeadlineAndRule() {
    announce("plan-due", 10);

    InboxMessage message = inbox.latest(office, 1).get(0);
    LocalDate due = LocalDate.now(clock).plusDays(10);
    assertThat(message.subject()).contains("县水务局党组2026年度民主生活会");
    assertThat(message.body())
        .contains("%d年%d月%d日".formatted(due.getYear(), due.getMonthValue(), due.getDayOfMonth()))
        .contains("距期限还有10天")
        .contains("《县以上党和国家机关党员领导干部民主生活会若干规定》");
    assertThat(message.due()).isEqualTo(due);
  }

  @Test
  void sameKeyNotifiesOnceAndAnotherKeyAgain() {
    String key = UUID.randomUUID().toString();
    announce(key, "plan-due", 10);
    announce(key, "plan-due", 10);
    assertThat(inbox.unread(office)).isEqualTo(1);

    announce("plan-due", 10);
    assertThat(inbox.unread(office)).isEqualTo(2);
  }

  @Test
  void personWithTwoRolesGetsOneMessage() {
    county.appoint("office", Role.RECORDER, county.bureau);
    announce("plan-due", 10);
    assertThat(inbox.unread(office)).isEqualTo(1);
  }

  @Test
  void unknownEventIsRefusedLoudly() {
    assertThatThrownBy(() -> announce("tea-time", 0))
        .isInstanceOf(NotificationRefused.class)
        .hasMessageContaining("tea-time");
  }

  @Test
  void ruleThatReachesNobodyIsRefusedAndLeavesNothingBehind() {
    jdbc.sql("delete from organization_position where person_id = ?").param(staff).update();

    assertThatThrownBy(() -> announce("plan-due", -1))
        .isInstanceOf(NotificationRefused.class)
        .hasMessageContaining("上级组织部门工作人员")
        .hasMessageContaining("名册");

    assertThat(inbox.unread(principal)).isZero();
  }

  @Test
  void vacantRoleBesideOthersIsNotedForOperators(@Autowired Outbox outbox) {
    jdbc.sql("delete from organization_position where person_id = ?").param(recorder).update();

    announce("plan-due", 10);

    assertThat(inbox.unread(office)).isEqualTo(1);
    assertThat(outbox.vacancies(100))
        .filteredOn(vacancy -> vacancy.organization().equals(county.bureau))
        .extracting(Outbox.Vacancy::kind)
        .containsExactly(RecipientKind.RECORDER);
  }

  @Test
  void rollbackLeavesNoMessage() {
    transaction.executeWithoutResult(
        status -> {
          notifications.announce(announcement(UUID.randomUUID().toString(), "plan-due", 2));
          status.setRollbackOnly();
        });

    assertThat(inbox.unread(office)).isZero();
    assertThat(channels(office)).isEmpty();
  }

  @Test
  void announcingOutsideATransactionIsRefused() {
    assertThatThrownBy(
            () -> notifications.announce(announcement(UUID.randomUUID().toString(), "archived", 0)))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void contentIsNotAcceptedAsAFact() {
    assertThatThrownBy(() -> announcement("k", "archived", 0).with("note", "批评意见".repeat(30)))
        .isInstanceOf(NotificationRefused.class);
    assertThatThrownBy(() -> announcement("k", "archived", 0).with("note", "一\n二"))
        .isInstanceOf(NotificationRefused.class);
  }

  private void announce(String event, int daysToDue) {
    announce(UUID.randomUUID().toString(), event, daysToDue);
  }

  private void announce(String key, String event, int daysToDue) {
    transaction.executeWithoutResult(
        status -> notifications.announce(announcement(key, event, daysToDue)));
  }

  private Announcement announcement(String key, String event, int daysToDue) {
    return Announcement.of(key, event, county.caseId, county.bureau)
        .due(LocalDate.now(clock).plusDays(daysToDue));
  }

  private List<Level> levels(String person) {
    return inbox.latest(person, 10).stream().map(InboxMessage::level).toList();
  }

  private List<String> channels(String person) {
    return jdbc.sql(
            "select d.channel from notification_delivery d join notification_message m"
                + " on m.id = d.message_id where m.recipient = ?")
        .param(person)
        .query(String.class)
        .list();
  }
}
