package org.dangwu.memberreview.year;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.dangwu.organization.Organization;
import org.dangwu.procedure.GuidedBodies;
import org.dangwu.procedure.GuidedBodies.Body;
import org.dangwu.procedure.GuidedBodies.Handled;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what was deployed for a year, for which branches, and how those that lagged behind fared.
 */
@Component
class ReviewYearBook {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final GuidedBodies branches;

  ReviewYearBook(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.branches = new GuidedBodies(jdbc, clock, "memberreview_year");
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

  @Transactional
  void freeze(String caseId, List<Organization> organizations) {
    branches.freeze(caseId, organizations);
  }

  List<Body> branches(String caseId) {
    return branches.of(caseId);
  }

  void blocked(String caseId, String branch, String reason) {
    branches.blocked(caseId, branch, reason);
  }

  @Transactional
  void handle(String caseId, String branch, Decision decision, LocalDate until, String user) {
    branches.handle(caseId, branch, new Handled(decision.name(), until), user);
  }

  /** All decisions about a branch, the first one first. */
  List<Handled> handlings(String caseId, String branch) {
    return branches.handlings(caseId, branch);
  }

  Optional<Handled> handling(String caseId, String branch) {
    return branches.handling(caseId, branch);
  }

  boolean isExempt(String caseId, String branch) {
    return handling(caseId, branch)
        .filter(handled -> handled.decision().equals(Decision.EXEMPT.name()))
        .isPresent();
  }
}
