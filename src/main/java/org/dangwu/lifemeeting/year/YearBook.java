package org.dangwu.lifemeeting.year;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.dangwu.organization.Organization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was deployed for a year, for which bodies, and how those that did not meet fared. */
@Component
class YearBook {

  private final JdbcClient jdbc;
  private final Clock clock;

  YearBook(JdbcClient jdbc, Clock clock) {
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

  /** Freezes the list of bodies; a repeated call keeps what was frozen first. */
  @Transactional
  void freeze(String caseId, List<Organization> bodies) {
    if (!bodies(caseId).isEmpty()) {
      return;
    }
    for (int i = 0; i < bodies.size(); i++) {
      jdbc.sql(
              "insert into lifemeeting_year_body (case_id, organization, organization_name,"
                  + " position) values (?, ?, ?, ?)")
          .params(caseId, bodies.get(i).code(), bodies.get(i).name(), i + 1)
          .update();
    }
  }

  List<Body> bodies(String caseId) {
    return jdbc.sql(
            "select organization, organization_name, blocked_reason from lifemeeting_year_body"
                + " where case_id = ? order by position")
        .param(caseId)
        .query(
            (row, number) ->
                new Body(
                    row.getString("organization"),
                    row.getString("organization_name"),
                    row.getString("blocked_reason")))
        .list();
  }

  /**
   * @param reason why the body's meeting could not be started, null once it could
   */
  void blocked(String caseId, String body, String reason) {
    jdbc.sql(
            "update lifemeeting_year_body set blocked_reason = ?"
                + " where case_id = ? and organization = ?")
        .params(reason, caseId, body)
        .update();
  }

  @Transactional
  void handle(String caseId, String body, Handling handling, String user) {
    int round =
        jdbc.sql(
                "select count(*) from lifemeeting_year_handling"
                    + " where case_id = ? and organization = ?")
            .params(caseId, body)
            .query(Integer.class)
            .single();
    jdbc.sql(
            "insert into lifemeeting_year_handling (case_id, organization, handling_round,"
                + " decision, until_day, handled_by, handled_at) values (?, ?, ?, ?, ?, ?, ?)")
        .params(
            caseId,
            body,
            round + 1,
            handling.decision().name(),
            handling.until(),
            user,
            OffsetDateTime.now(clock))
        .update();
  }

  /** All decisions about a body, the first one first. */
  List<Handling> handlings(String caseId, String body) {
    return jdbc.sql(
            "select decision, until_day from lifemeeting_year_handling"
                + " where case_id = ? and organization = ? order by handling_round")
        .params(caseId, body)
        .query(
            (row, number) ->
                new Handling(
                    Handling.Decision.valueOf(row.getString("decision")),
                    row.getObject("until_day", LocalDate.class)))
        .list();
  }

  Optional<Handling> handling(String caseId, String body) {
    List<Handling> all = handlings(caseId, body);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** A body of the frozen list. */
  record Body(String code, String name, String blockedReason) {}
}
