package org.dangwu.lifemeeting.year;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.dangwu.procedure.GuidedBodies;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was deployed for a year, for which bodies, and how those that did not meet fared. */
@Component
class YearBook extends GuidedBodies<Decision> {

  private final JdbcClient jdbc;
  private final Clock clock;

  YearBook(JdbcClient jdbc, Clock clock) {
    super(jdbc, clock, "lifemeeting_year", Decision.class);
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<Deployment> find(String caseId) {
    return jdbc.sql("select * from lifemeeting_year where case_id = ?")
        .param(caseId)
        .query(
            (row, number) ->
                new Deployment(
                    caseId,
                    row.getString("organization"),
                    row.getInt("deployed_year"),
                    row.getString("theme_source"),
                    row.getString("theme"),
                    row.getObject("window_start", LocalDate.class),
                    row.getObject("window_end", LocalDate.class),
                    row.getObject("suggested", LocalDate.class)))
        .optional();
  }

  @Transactional
  void deploy(Deployment deployment, String user) {
    jdbc.sql("delete from lifemeeting_year where case_id = ?").param(deployment.caseId()).update();
    jdbc.sql(
            "insert into lifemeeting_year (case_id, organization, deployed_year, theme_source,"
                + " theme, window_start, window_end, suggested, deployed_by, deployed_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            deployment.caseId(),
            deployment.organization(),
            deployment.year(),
            deployment.themeSource(),
            deployment.theme(),
            deployment.windowStart(),
            deployment.windowEnd(),
            deployment.suggested(),
            user,
            OffsetDateTime.now(clock))
        .update();
  }
}
