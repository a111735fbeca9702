package org.dangwu.debriefing.rating;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps how the participants of each session rate. */
@Component("debriefRatingArrangements")
class RatingArrangements {

  private final JdbcClient jdbc;
  private final Clock clock;

  RatingArrangements(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<RatingArrangement> find(String caseId, int session) {
    return jdbc.sql("select * from debriefing_rating where case_id = ? and session_no = ?")
        .params(caseId, session)
        .query(
            (row, n) ->
                new RatingArrangement(
                    row.getObject("due_on", LocalDate.class),
                    tellers(caseId, session),
                    sheets(caseId, session),
                    row.getString("round_id")))
        .optional();
  }

  /** Replaces what was arranged for the session before. */
  @Transactional
  void save(String caseId, int session, RatingArrangement arrangement, String user) {
    for (String table :
        List.of("debriefing_rating_teller", "debriefing_rating_sheets", "debriefing_rating")) {
      jdbc.sql("delete from " + table + " where case_id = ? and session_no = ?")
          .params(caseId, session)
          .update();
    }
    jdbc.sql(
            "insert into debriefing_rating (case_id, session_no, due_on, saved_by, saved_at)"
                + " values (?, ?, ?, ?, ?)")
        .params(caseId, session, arrangement.dueOn(), user, OffsetDateTime.now(clock))
        .update();
    for (int i = 0; i < arrangement.tellers().size(); i++) {
      jdbc.sql(
              "insert into debriefing_rating_teller (case_id, session_no, position, person_id)"
                  + " values (?, ?, ?, ?)")
          .params(caseId, session, i + 1, arrangement.tellers().get(i))
          .update();
    }
    arrangement
        .sheets()
        .forEach(
            (code, number) ->
                jdbc.sql(
                        "insert into debriefing_rating_sheets (case_id, session_no, class_code,"
                            + " sheets) values (?, ?, ?, ?)")
                    .params(caseId, session, code, number)
                    .update());
  }

  void prepared(String caseId, int session, String roundId) {
    jdbc.sql("update debriefing_rating set round_id = ? where case_id = ? and session_no = ?")
        .params(roundId, caseId, session)
        .update();
  }

  private List<String> tellers(String caseId, int session) {
    return jdbc.sql(
            "select person_id from debriefing_rating_teller where case_id = ? and session_no = ?"
                + " order by position")
        .params(caseId, session)
        .query(String.class)
        .list();
  }

  private Map<String, Integer> sheets(String caseId, int session) {
    Map<String, Integer> sheets = new HashMap<>();
    RowCallbackHandler keep = row -> sheets.put(row.getString("class_code"), row.getInt("sheets"));
    jdbc.sql(
            "select class_code, sheets from debriefing_rating_sheets where case_id = ? and"
                + " session_no = ?")
        .params(caseId, session)
        .query(keep);
    return sheets;
  }
}
