package org.dangwu.memberreview.year;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.dangwu.procedure.GuidedBodies;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what was deployed for a year, for which branches, and how those that lagged behind fared.
 */
@Component
class ReviewYearBook extends GuidedBodies<Decision> {

  private final JdbcClient jdbc;
  private final Clock clock;

  ReviewYearBook(JdbcClient jdbc, Clock clock) {
    super(jdbc, clock, "memberreview_year", Decision.class);
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<ReviewYear> find(String caseId) {
    return jdbc.sql("select * from memberreview_year where case_id = ?")
        .param(caseId)
        .query(
            (row, number) ->
                new ReviewYear(
                    caseId,
                    row.getString("organization"),
                    row.getInt("deployed_year"),
                    row.getObject("ends_on", LocalDate.class),
                    row.getObject("suggested", LocalDate.class),
                    row.getBoolean("combined"),
                    row.getString("masses_way"),
                    row.getBoolean("leaders_excluded")))
        .optional();
  }

  @Transactional
  void deploy(ReviewYear year, String user) {
    jdbc.sql("delete from memberreview_year where case_id = ?").param(year.caseId()).update();
    jdbc.sql(
            "insert into memberreview_year (case_id, organization, deployed_year, ends_on,"
                + " suggested, combined, masses_way, leaders_excluded, deployed_by, deployed_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            year.caseId(),
            year.organization(),
            year.year(),
            year.endsOn(),
            year.suggested(),
            year.combined(),
            year.massesWay(),
            year.leadersExcluded(),
            user,
            OffsetDateTime.now(clock))
        .update();
  }

  boolean isExempt(String caseId, String branch) {
    return handling(caseId, branch)
        .filter(handled -> handled.decision() == Decision.EXEMPT)
        .isPresent();
  }
}
