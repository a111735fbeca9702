package org.dangwu.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dangwu.organization.People;
import org.dangwu.organization.Role;
import org.dangwu.testing.AdjustableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** From the announcement to the mailbox, with a mail server that may be down. */
@NotificationTest
class MailDeliveryTest {

  @Autowired Notifications notifications;
  @Autowired Inbox inbox;
  @Autowired People people;
  @Autowired MessageTemplates templates;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  private final AdjustableClock clock = new AdjustableClock(Instant.parse("2026-11-23T02:00:00Z"));
  private GreenMail mailbox = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private Outbox outbox;
  private County county;
  private int port;

  @BeforeEach
  void startWithAnEmptyOutbox() {
    jdbc.sql("delete from notification_delivery").update();
    outbox = new Outbox(jdbc, clock);
    county = new County(jdbc);
    mailbox.start();
    port = mailbox.getSmtp().getPort();
  }

  @AfterEach
  void stop() {
    mailbox.stop();
  }

  @Test
  void mailArrivesOnceWithMatterDeadlineLinkAndStableId() throws Exception {
    announceFixedMeeting();
    Dispatcher dispatcher = dispatcher(3);

    dispatcher.dispatch();
    clock.move(Duration.ofDays(1));
    dispatcher.dispatch();

    MimeMessage[] mails = mailbox.getReceivedMessages();
    assertThat(mails).hasSize(1);
    assertThat(mails[0].getSubject()).startsWith("【通知】县水务局党组2026年度民主生活会定于");
    assertThat((String) mails[0].getContent()).contains("https://dangwu.example/home");
    assertThat(mails[0].getAllRecipients()[0].toString())
        .isEqualTo(county.person("recorder") + "@example.org");
    String message = mails[0].getHeader("X-Dangwu-Message", null);
    assertThat(mails[0].getMessageID()).isEqualTo("<" + message + "@example.org>");
    assertThat(inbox.latest(county.person("recorder"), 1).get(0).id()).isEqualTo(message);
    assertThat(states()).containsExactly("SENT");
  }

  @Test
  void whileTheServerIsDownMailWaitsAndLaterArrives() {
    announceFixedMeeting();
    Dispatcher dispatcher = dispatcher(5);
    mailbox.stop();

    dispatcher.dispatch();
    assertThat(states()).containsExactly("WAITING");
    assertThat(outbox.troubled(10))
        .extracting(Outbox.TroubledDelivery::reason)
        .containsExactly(Reason.CONNECTION);
    dispatcher.dispatch();
    assertThat(outbox.troubled(10))
        .extracting(Outbox.TroubledDelivery::attempts)
        .as("the pause is kept")
        .containsExactly(1);

    mailbox = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
    mailbox.start();
    clock.move(Duration.ofSeconds(31));
    dispatcher.dispatch();

    assertThat(mailbox.getReceivedMessages()).hasSize(1);
    assertThat(states()).containsExactly("SENT");
    assertThat(inbox.unread(county.person("recorder"))).as("inbox never waits").isEqualTo(1);
  }

  @Test
  void afterTheLimitTheFailureIsShownAndMayBeSentAgain() {
    announceFixedMeeting();
    Dispatcher dispatcher = dispatcher(3);
    mailbox.stop();
    for (int i = 0; i < 5; i++) {
      dispatcher.dispatch();
      clock.move(Duration.ofHours(7));
    }

    Outbox.TroubledDelivery failed = outbox.troubled(10).get(0);
    assertThat(failed.state()).isEqualTo(DeliveryState.FAILED);
    assertThat(failed.attempts()).isEqualTo(3);
    assertThat(failed.reason()).isEqualTo(Reason.CONNECTION);

    mailbox = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
    mailbox.start();
    assertThat(outbox.resend(failed.id())).isTrue();
    assertThat(outbox.resend(failed.id())).as("a second click").isFalse();
    dispatcher.dispatch();

    assertThat(mailbox.getReceivedMessages()).hasSize(1);
    assertThat(outbox.troubled(10)).isEmpty();
  }

  @Test
  void personWithoutAddressGetsTheInboxOnlyAndOperatorsSeeIt() {
    String recorder = county.appoint("recorder", Role.RECORDER, county.bureau, null);
    county.appoint("member", Role.MEMBER, county.bureau, "not an address");
    announce();

    dispatcher(3).dispatch();

    assertThat(mailbox.getReceivedMessages()).isEmpty();
    assertThat(inbox.unread(recorder)).isEqualTo(1);
    assertThat(outbox.troubled(10))
        .extracting(Outbox.TroubledDelivery::reason)
        .containsExactlyInAnyOrder(Reason.NO_ADDRESS, Reason.INVALID_ADDRESS);
  }

  @Test
  void withoutMailServerTheDeliveryIsMarkedInsteadOfFailing() {
    announceFixedMeeting();

    dispatcher(3, Settings.plain(), "").dispatch();

    assertThat(states()).containsExactly("NOT_CONFIGURED");
    assertThat(outbox.resendAll()).isEqualTo(1);
    dispatcher(3).dispatch();
    assertThat(mailbox.getReceivedMessages()).hasSize(1);
  }

  @Test
  void mailServerWithoutSenderOrBaseAddressStopsTheStart() {
    assertThatThrownBy(() -> channel(Settings.plain(), "127.0.0.1"))
        .hasMessageContaining("dangwu.notification.base-url");
    assertThatThrownBy(
            () ->
                channel(
                    Settings.of(java.util.Map.of("base-url", "https://dangwu.example")),
                    "127.0.0.1"))
        .hasMessageContaining("dangwu.notification.mail.from");
  }

  private void announceFixedMeeting() {
    county.appoint("recorder", Role.RECORDER, county.bureau);
    announce();
  }

  private void announce() {
    transaction.executeWithoutResult(
        status ->
            notifications.announce(
                Announcement.of(
                        UUID.randomUUID().toString(), "meeting-fixed", county.caseId, county.bureau)
                    .due(LocalDate.of(2026, 12, 10))));
    jdbc.sql("update notification_delivery set next_attempt_at = ?")
        .param(java.sql.Timestamp.from(clock.instant()))
        .update();
  }

  private Dispatcher dispatcher(int attempts) {
    return dispatcher(
        attempts,
        Settings.of(
            java.util.Map.of(
                "base-url", "https://dangwu.example",
                "mail.from", "dangwu@example.org",
                "max-attempts", attempts)),
        "127.0.0.1");
  }

  private Dispatcher dispatcher(int attempts, NotificationProperties properties, String host) {
    return new Dispatcher(outbox, List.of(channel(properties, host)), properties, clock);
  }

  private MailChannel channel(NotificationProperties properties, String host) {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost(host);
    sender.setPort(port);
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("sender", sender);
    ObjectProvider<JavaMailSender> senders = beans.getBeanProvider(JavaMailSender.class);
    return new MailChannel(senders, host, people, templates, properties);
  }

  private List<String> states() {
    return jdbc.sql("select state from notification_delivery").query(String.class).list();
  }
}
