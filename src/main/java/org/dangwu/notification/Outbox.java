package org.dangwu.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The deliveries (发件箱). Several nodes share it: a row belongs to the node whose conditional update
 * claimed it, until the lease ends.
 */
@Component
class Outbox {

  private static final String OPEN = "state in ('WAITING', 'SENDING') and next_attempt_at <= ?";

  private final JdbcClient jdbc;
  private final Clock clock;

  Outbox(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Deliveries to be tried now, not yet claimed. */
  List<Due> due(int limit) {
    return jdbc.sql(
            "select id, channel from notification_delivery where "
                + OPEN
                + " order by next_attempt_at, id limit ?")
        .params(now(), limit)
        .query(
            (row, number) ->
                new Due(row.getString("id"), Channel.valueOf(row.getString("channel"))))
        .list();
  }

  /** Empty when another node was faster or the row is no longer due. */
  Optional<Delivery> claim(String id, Duration lease) {
    String claim = UUID.randomUUID().toString();
    int claimed =
        jdbc.sql(
                "update notification_delivery set state = 'SENDING', claim = ?,"
                    + " attempts = attempts + 1, next_attempt_at = ? where id = ? and "
                    + OPEN)
            .params(claim, Timestamp.from(clock.instant().plus(lease)), id, now())
            .update();
    return claimed == 0 ? Optional.empty() : Optional.of(read(id, claim));
  }

  private Delivery read(String id, String claim) {
    return jdbc.sql(
            "select d.id, d.claim, d.channel, d.attempts, m.id as message_id, m.event,"
                + " m.message_level, m.recipient, m.subject, m.body, m.due_on"
                + " from notification_delivery d join notification_message m on m.id = d.message_id"
                + " where d.id = ? and d.claim = ?")
        .params(id, claim)
        .query(Outbox::map)
        .single();
  }

  /**
   * Writes how the attempt ended.
   *
   * @return false when the lease was lost meanwhile and another node has taken over
   */
  boolean settle(Delivery delivery, Outcome outcome, Instant nextAttempt) {
    return jdbc.sql(
                "update notification_delivery set state = ?, reason = ?, next_attempt_at = ?,"
                    + " settled_at = ?, claim = null"
                    + " where id = ? and claim = ? and state = 'SENDING'")
            .params(
                outcome.state().name(),
                outcome.reason() == null ? null : outcome.reason().name(),
                Timestamp.from(nextAttempt),
                now(),
                delivery.id(),
                delivery.claim())
            .update()
        == 1;
  }

  List<OutboxCount> counts() {
    return jdbc.sql(
            "select channel, state, count(*) as deliveries from notification_delivery"
                + " group by channel, state order by channel, state")
        .query(
            (row, number) ->
                new OutboxCount(
                    Channel.valueOf(row.getString("channel")),
                    DeliveryState.valueOf(row.getString("state")),
                    row.getInt("deliveries")))
        .list();
  }

  /** Deliveries that were given up or have failed at least once, newest first. No texts. */
  List<TroubledDelivery> troubled(int limit) {
    return jdbc.sql(
            "select d.id, d.channel, d.state, d.attempts, d.reason, d.next_attempt_at,"
                + " d.created_at, m.event, m.message_level, m.recipient, m.organization"
                + " from notification_delivery d join notification_message m on m.id = d.message_id"
                + " where d.state in ('FAILED', 'NOT_CONFIGURED', 'NO_ADDRESS')"
                + " or (d.state in ('WAITING', 'SENDING') and d.reason is not null)"
                + " order by case when d.state = 'FAILED' then 0 else 1 end, d.created_at desc,"
                + " d.id limit ?")
        .param(limit)
        .query(Outbox::mapTroubled)
        .list();
  }

  List<Vacancy> vacancies(int limit) {
    return jdbc.sql(
            "select recipient_kind, organization, event, max(created_at) as created_at"
                + " from notification_vacancy group by recipient_kind, organization, event"
                + " order by max(created_at) desc limit ?")
        .param(limit)
        .query(
            (row, number) ->
                new Vacancy(
                    RecipientKind.valueOf(row.getString("recipient_kind")),
                    row.getString("organization"),
                    row.getString("event"),
                    row.getTimestamp("created_at").toInstant()))
        .list();
  }

  /** Puts one given-up delivery back into the queue, with all its attempts. */
  boolean resend(String id) {
    return requeue(" and id = ?", id) == 1;
  }

  /** Puts all given-up deliveries back; returns how many. */
  int resendAll() {
    return requeue("");
  }

  private int requeue(String condition, Object... params) {
    return jdbc.sql(
            "update notification_delivery set state = 'WAITING', attempts = 0,"
                + " next_attempt_at = ? where state in ('FAILED', 'NOT_CONFIGURED', 'NO_ADDRESS')"
                + condition)
        .param(now())
        .params(params)
        .update();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private static Delivery map(ResultSet row, int number) throws SQLException {
    return new Delivery(
        row.getString("id"),
        row.getString("claim"),
        Channel.valueOf(row.getString("channel")),
        row.getInt("attempts"),
        row.getString("message_id"),
        row.getString("event"),
        Level.valueOf(row.getString("message_level")),
        row.getString("recipient"),
        row.getString("subject"),
        row.getString("body"),
        row.getObject("due_on", LocalDate.class));
  }

  private static TroubledDelivery mapTroubled(ResultSet row, int number) throws SQLException {
    return new TroubledDelivery(
        row.getString("id"),
        Channel.valueOf(row.getString("channel")),
        DeliveryState.valueOf(row.getString("state")),
        row.getInt("attempts"),
        Reason.valueOf(row.getString("reason")),
        row.getTimestamp("next_attempt_at").toInstant(),
        row.getTimestamp("created_at").toInstant(),
        row.getString("event"),
        Level.valueOf(row.getString("message_level")),
        row.getString("recipient"),
        row.getString("organization"));
  }

  /** A delivery that any node may claim. */
  record Due(String id, Channel channel) {}

  /** How many deliveries of a channel stand in a state. */
  record OutboxCount(Channel channel, DeliveryState state, int deliveries) {}

  /** A delivery that needs an administrator's eye; carries no text. */
  record TroubledDelivery(
      String id,
      Channel channel,
      DeliveryState state,
      int attempts,
      Reason reason,
      Instant nextAttemptAt,
      Instant createdAt,
      String event,
      Level level,
      String recipient,
      String organization) {

    /** Whether it waits for a person to send it again. */
    public boolean isGivenUp() {
      return state != DeliveryState.WAITING && state != DeliveryState.SENDING;
    }
  }

  /** A role that should have been told and that nobody holds. */
  record Vacancy(RecipientKind kind, String organization, String event, Instant createdAt) {}
}
