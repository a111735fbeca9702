package org.dangwu.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every statement names the recipient, so that nobody reaches another person's messages. */
@Component
class InboxStore implements Inbox {

  private static final String OWN = " from notification_message where recipient = ? and in_inbox";

  private final JdbcClient jdbc;
  private final Clock clock;

  InboxStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public int unread(String userId) {
    return jdbc.sql("select count(*)" + OWN + " and read_at is null")
        .param(userId)
        .query(Integer.class)
        .single();
  }

  @Override
  public List<InboxMessage> latest(String userId, int limit) {
    return page(userId, 0, limit);
  }

  List<InboxMessage> page(String userId, int offset, int limit) {
    return jdbc.sql("select *" + OWN + " order by created_at desc, id limit ? offset ?")
        .params(userId, limit, offset)
        .query(InboxStore::map)
        .list();
  }

  int count(String userId) {
    return jdbc.sql("select count(*)" + OWN).param(userId).query(Integer.class).single();
  }

  /** The person's own message, marked as read. Empty for a message of somebody else. */
  Optional<InboxMessage> open(String userId, String id) {
    jdbc.sql(
            "update notification_message set read_at = ?"
                + " where id = ? and recipient = ? and in_inbox and read_at is null")
        .params(now(), id, userId)
        .update();
    return jdbc.sql("select *" + OWN + " and id = ?")
        .params(userId, id)
        .query(InboxStore::map)
        .optional();
  }

  int readAll(String userId) {
    return jdbc.sql(
            "update notification_message set read_at = ?"
                + " where recipient = ? and in_inbox and read_at is null")
        .params(now(), userId)
        .update();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private static InboxMessage map(ResultSet row, int number) throws SQLException {
    return new InboxMessage(
        row.getString("id"),
        Level.valueOf(row.getString("message_level")),
        row.getString("subject"),
        row.getString("body"),
        row.getString("case_id"),
        row.getString("task_id"),
        row.getObject("due_on", LocalDate.class),
        row.getTimestamp("created_at").toInstant(),
        Optional.ofNullable(row.getTimestamp("read_at")).map(Timestamp::toInstant).orElse(null));
  }
}
