package org.dangwu.debriefing.appraisal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps on whom a low grade asks for a decision, and what was decided (C23). */
@Component("debriefLowGradeBook")
class LowGradeBook {

  private static final String SELECT =
      "select entry_id, case_id, organization, measures from debriefing_low_grade ";

  private final JdbcClient jdbc;
  private final Clock clock;

  LowGradeBook(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void open(String entryId, String caseId, String organization) {
    jdbc.sql(
            "insert into debriefing_low_grade (entry_id, case_id, organization, opened_at)"
                + " values (?, ?, ?, ?)")
        .params(entryId, caseId, organization, OffsetDateTime.now(clock))
        .update();
  }

  Optional<LowGrade> find(String entryId) {
    return jdbc.sql(SELECT + "where entry_id = ?").param(entryId).query(LowGrade.class).optional();
  }

  void decide(String entryId, String measures) {
    jdbc.sql("update debriefing_low_grade set measures = ?, decided_at = ? where entry_id = ?")
        .params(measures, OffsetDateTime.now(clock), entryId)
        .update();
  }

  /**
   * @param organization code of the committee that decides
   * @param measures labels of what was decided, {@code null} before
   */
  record LowGrade(String entryId, String caseId, String organization, String measures) {}
}
