package org.dangwu.debriefing.appraisal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps who asked for results through the interface, the refused included; rows are only added. */
@Component("debriefResultReadings")
class ResultReadings {

  private final JdbcClient jdbc;
  private final Clock clock;

  ResultReadings(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param year {@code null} when a single run was asked for
   * @param caseId {@code null} when a year was asked for
   */
  void add(String reader, String organization, Integer year, String caseId, boolean granted) {
    jdbc.sql(
            "insert into debriefing_result_reading (reading_id, read_at, reader, organization,"
                + " result_year, case_id, granted) values (?, ?, ?, ?, ?, ?, ?)")
        .param(UUID.randomUUID().toString())
        .param(OffsetDateTime.now(clock))
        .param(reader)
        .param(organization)
        .param(year)
        .param(caseId)
        .param(granted)
        .update();
  }
}
