package org.dangwu.memberreview.outcome;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.dangwu.memberreview.outcome.Feedback.Answer;
import org.dangwu.memberreview.outcome.Feedback.Decision;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps who was told and what he answered; one row an item, begun anew when its grade changes. */
@Component
class FeedbackBook {

  private final JdbcClient jdbc;
  private final Clock clock;

  FeedbackBook(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<Feedback> find(String itemId) {
    return jdbc.sql("select * from memberreview_feedback where item_id = ?")
        .param(itemId)
        .query(FeedbackBook::feedback)
        .optional();
  }

  List<Feedback> of(String caseId) {
    return jdbc.sql(
            "select f.* from memberreview_feedback f join memberreview_item i"
                + " on i.item_id = f.item_id where i.case_id = ? order by i.sort_order")
        .param(caseId)
        .query(FeedbackBook::feedback)
        .list();
  }

  void open(String itemId) {
    close(itemId);
    jdbc.sql("insert into memberreview_feedback (item_id, opened_at) values (?, ?)")
        .params(itemId, now())
        .update();
  }

  /** The grade that was told does not stand any more. */
  void close(String itemId) {
    jdbc.sql("delete from memberreview_feedback where item_id = ?").param(itemId).update();
  }

  void seen(String itemId) {
    jdbc.sql("update memberreview_feedback set seen_at = ? where item_id = ? and seen_at is null")
        .params(now(), itemId)
        .update();
  }

  void answer(String itemId, Answer answer) {
    jdbc.sql("update memberreview_feedback set answer = ?, answered_at = ? where item_id = ?")
        .params(answer.name(), now(), itemId)
        .update();
  }

  void decide(String itemId, Decision decision) {
    jdbc.sql("update memberreview_feedback set decision = ? where item_id = ?")
        .params(decision.name(), itemId)
        .update();
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }

  private static Feedback feedback(ResultSet row, int number) throws SQLException {
    String answer = row.getString("answer");
    String decision = row.getString("decision");
    return new Feedback(
        row.getString("item_id"),
        instant(row, "opened_at"),
        instant(row, "seen_at"),
        answer == null ? null : Answer.valueOf(answer),
        decision == null ? null : Decision.valueOf(decision));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
