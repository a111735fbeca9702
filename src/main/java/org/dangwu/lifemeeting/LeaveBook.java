package org.dangwu.lifemeeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the outcomes of requests for leave (A18, E01). */
@Component
class LeaveBook {

  private final JdbcClient jdbc;
  private final Clock clock;

  LeaveBook(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Records an outcome once: a step that the engine repeats changes nothing. */
  @Transactional
  void record(
      String requestId, String caseId, String personId, String category, Leave.Decision decision) {
    boolean known =
        jdbc.sql("select count(*) from lifemeeting_leave where request_id = ?")
                .param(requestId)
                .query(Integer.class)
                .single()
            > 0;
    if (!known) {
      jdbc.sql(
              "insert into lifemeeting_leave (request_id, case_id, person_id, reason_category,"
                  + " decision, recorded_at) values (?, ?, ?, ?, ?, ?)")
          .params(requestId, caseId, personId, category, decision.name(), OffsetDateTime.now(clock))
          .update();
    }
  }

  /** The last outcome for each member who asked, by user id. */
  Map<String, Leave> of(String caseId) {
    Map<String, Leave> leaves = new LinkedHashMap<>();
    jdbc.sql(
            "select person_id, reason_category, decision, recorded_at from lifemeeting_leave"
                + " where case_id = ? order by recorded_at, request_id")
        .param(caseId)
        .query(LeaveBook::leave)
        .list()
        .forEach(leave -> leaves.put(leave.personId(), leave));
    return leaves;
  }

  private static Leave leave(ResultSet row, int number) throws SQLException {
    return new Leave(
        row.getString("person_id"),
        row.getString("reason_category"),
        Leave.Decision.valueOf(row.getString("decision")),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant());
  }
}
