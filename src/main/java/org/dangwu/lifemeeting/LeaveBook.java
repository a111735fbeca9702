package org.dangwu.lifemeeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the outcomes of requests for leave (A18, E01). */
@Component
class LeaveBook {

  private final JdbcClient jdbc;
  private final MeetingRounds rounds;
  private final Clock clock;

  LeaveBook(JdbcClient jdbc, MeetingRounds rounds, Clock clock) {
    this.jdbc = jdbc;
    this.rounds = rounds;
    this.clock = clock;
  }

  /**
   * Records an outcome once: a step that the engine repeats changes nothing.
   *
   * @param round of the meeting for which the leave was asked
   */
  @Transactional
  void record(
      String requestId,
      String caseId,
      String personId,
      String category,
      Leave.Decision decision,
      int round) {
    boolean known =
        jdbc.sql("select count(*) from lifemeeting_leave where request_id = ?")
                .param(requestId)
                .query(Integer.class)
                .single()
            > 0;
    if (!known) {
      jdbc.sql(
              "insert into lifemeeting_leave (request_id, case_id, person_id, reason_category,"
                  + " decision, meeting_round, recorded_at) values (?, ?, ?, ?, ?, ?, ?)")
          .params(
              requestId,
              caseId,
              personId,
              category,
              decision.name(),
              round,
              OffsetDateTime.now(clock))
          .update();
    }
  }

  /** The last outcome for each member who asked for the present round, by user id. */
  Map<String, Leave> of(String caseId) {
    int round = rounds.of(caseId);
    return last(caseId, leave -> leave.round() == round);
  }

  /** The same of the rounds before, which count no longer. */
  Map<String, Leave> past(String caseId) {
    int round = rounds.of(caseId);
    return last(caseId, leave -> leave.round() < round);
  }

  private Map<String, Leave> last(String caseId, Predicate<Leave> wanted) {
    Map<String, Leave> leaves = new LinkedHashMap<>();
    jdbc
        .sql("select * from lifemeeting_leave where case_id = ? order by recorded_at, request_id")
        .param(caseId)
        .query(LeaveBook::leave)
        .list()
        .stream()
        .filter(wanted)
        .forEach(leave -> leaves.put(leave.personId(), leave));
    return leaves;
  }

  private static Leave leave(ResultSet row, int number) throws SQLException {
    return new Leave(
        row.getString("person_id"),
        row.getString("reason_category"),
        Leave.Decision.valueOf(row.getString("decision")),
        row.getInt("meeting_round"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant());
  }
}
