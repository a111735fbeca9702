package org.dangwu.debriefing.session;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.dangwu.debriefing.session.Absence.Decision;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was decided about absent debriefers, by the session they missed (E29). */
@Component("debriefAbsenceBook")
class AbsenceBook {

  private final JdbcClient jdbc;
  private final Clock clock;

  AbsenceBook(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param attendance task in which the attendance of the session was recorded
   */
  List<Absence> of(String attendance) {
    return jdbc.sql("select * from debriefing_absence where task_id = ?")
        .param(attendance)
        .query(
            (row, n) ->
                new Absence(
                    row.getString("entry_id"),
                    Decision.valueOf(row.getString("decision")),
                    row.getString("reason"),
                    row.getObject("next_date", LocalDate.class)))
        .list();
  }

  /** Replaces what was decided about this session before. */
  @Transactional
  void decide(String attendance, List<Absence> absences, String user) {
    jdbc.sql("delete from debriefing_absence where task_id = ?").param(attendance).update();
    for (Absence absence : absences) {
      jdbc.sql(
              "insert into debriefing_absence (task_id, entry_id, decision, reason, next_date,"
                  + " decided_by, decided_at) values (?, ?, ?, ?, ?, ?, ?)")
          .param(attendance)
          .param(absence.entryId())
          .param(absence.decision().name())
          .param(absence.reason())
          .param(absence.nextDate())
          .param(user)
          .param(OffsetDateTime.now(clock))
          .update();
    }
  }
}
