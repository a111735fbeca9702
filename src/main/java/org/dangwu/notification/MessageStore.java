package org.dangwu.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes messages and, for those that leave the system, their deliveries. */
@Component
class MessageStore {

  private final JdbcClient jdbc;
  private final Clock clock;

  MessageStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  boolean isAnnounced(String key) {
    return jdbc.sql("select count(*) from notification_message where announcement_key = ?")
            .param(key)
            .query(Integer.class)
            .single()
        > 0;
  }

  void add(Announcement announcement, List<NewMessage> drafts) {
    Instant now = clock.instant();
    drafts.forEach(draft -> add(announcement, draft, now));
  }

  private void add(Announcement announcement, NewMessage draft, Instant now) {
    String id = UUID.randomUUID().toString();
    jdbc.sql(
            "insert into notification_message (id, announcement_key, template, recipient, event,"
                + " message_level, case_id, organization, task_id, due_on, subject, body, in_inbox,"
                + " created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            id,
            announcement.key(),
            draft.template(),
            draft.recipient(),
            announcement.event(),
            draft.level().name(),
            announcement.caseId(),
            announcement.organization(),
            announcement.taskId(),
            announcement.due(),
            draft.text().subject(),
            draft.text().body(),
            draft.channels().contains(Channel.INBOX),
            Timestamp.from(now))
        .update();
    draft.channels().stream()
        .filter(channel -> channel != Channel.INBOX)
        .forEach(channel -> addDelivery(id, channel, now));
  }

  private void addDelivery(String message, Channel channel, Instant now) {
    jdbc.sql(
            "insert into notification_delivery (id, message_id, channel, state, attempts,"
                + " next_attempt_at, created_at) values (?, ?, ?, ?, 0, ?, ?)")
        .params(
            UUID.randomUUID().toString(),
            message,
            channel.name(),
            DeliveryState.WAITING.name(),
            Timestamp.from(now),
            Timestamp.from(now))
        .update();
  }

  void noteVacancies(Announcement announcement, String template, Set<RecipientKind> vacant) {
    for (RecipientKind kind : vacant) {
      jdbc.sql(
              "insert into notification_vacancy (announcement_key, template, recipient_kind,"
                  + " organization, event, created_at) select ?, ?, ?, ?, ?, ? where not exists"
                  + " (select 1 from notification_vacancy where announcement_key = ?"
                  + " and template = ? and recipient_kind = ?)")
          .params(
              announcement.key(),
              template,
              kind.name(),
              announcement.organization(),
              announcement.event(),
              Timestamp.from(clock.instant()),
              announcement.key(),
              template,
              kind.name())
          .update();
    }
  }
}
