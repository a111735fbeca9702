package org.dangwu.debriefing.appraisal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.dangwu.debriefing.DebriefEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps who was told, when he looked and what he said; one row an entry. */
@Component("debriefFeedbackBook")
class FeedbackBook {

  private final JdbcClient jdbc;
  private final Clock clock;

  FeedbackBook(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void open(DebriefEntry entry) {
    jdbc.sql(
            "insert into debriefing_feedback (entry_id, case_id, person_id, opened_at, statement)"
                + " values (?, ?, ?, ?, '')")
        .params(entry.entryId(), entry.caseId(), entry.personId(), OffsetDateTime.now(clock))
        .update();
  }

  /** Entries of the person of which he was told, newest first. */
  List<String> ofPerson(String personId) {
    return jdbc.sql(
            "select entry_id from debriefing_feedback where person_id = ?"
                + " order by opened_at desc, entry_id")
        .param(personId)
        .query(String.class)
        .list();
  }

  Optional<Feedback> find(String entryId) {
    return jdbc.sql("select * from debriefing_feedback where entry_id = ?")
        .param(entryId)
        .query(
            (row, n) ->
                new Feedback(
                    row.getObject("acknowledged_at", OffsetDateTime.class) != null,
                    row.getString("statement")))
        .optional();
  }

  void seen(String entryId) {
    jdbc.sql("update debriefing_feedback set seen_at = ? where entry_id = ? and seen_at is null")
        .params(OffsetDateTime.now(clock), entryId)
        .update();
  }

  void acknowledge(String entryId, String statement) {
    jdbc.sql("update debriefing_feedback set acknowledged_at = ?, statement = ? where entry_id = ?")
        .params(OffsetDateTime.now(clock), statement, entryId)
        .update();
  }

  /**
   * @param statement what he wants to add, empty when nothing
   */
  record Feedback(boolean acknowledged, String statement) {}
}
