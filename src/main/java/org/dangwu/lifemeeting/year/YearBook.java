package org.dangwu.lifemeeting.year;

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

/** Keeps what was deployed for a year, for which bodies, and how those that did not meet fared. */
@Component
class YearBook {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final GuidedBodies bodies;

  YearBook(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.bodies = new GuidedBodies(jdbc, clock, "lifemeeting_year");
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

  /** Freezes the list of bodies; a repeated call keeps what was frozen first. */
  @Transactional
  void freeze(String caseId, List<Organization> organizations) {
    bodies.freeze(caseId, organizations);
  }

  List<Body> bodies(String caseId) {
    return bodies.of(caseId);
  }

  /**
   * @param reason why the body's meeting could not be started, null once it could
   */
  void blocked(String caseId, String body, String reason) {
    bodies.blocked(caseId, body, reason);
  }

  @Transactional
  void handle(String caseId, String body, Handling handling, String user) {
    bodies.handle(caseId, body, new Handled(handling.decision().name(), handling.until()), user);
  }

  /** All decisions about a body, the first one first. */
  List<Handling> handlings(String caseId, String body) {
    return bodies.handlings(caseId, body).stream().map(YearBook::handling).toList();
  }

  Optional<Handling> handling(String caseId, String body) {
    return bodies.handling(caseId, body).map(YearBook::handling);
  }

  private static Handling handling(Handled handled) {
    return new Handling(Handling.Decision.valueOf(handled.decision()), handled.until());
  }
}
