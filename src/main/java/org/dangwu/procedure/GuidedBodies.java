package org.dangwu.procedure;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.dangwu.organization.Organization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * The bodies for which a superior deploys a year (年度部署), frozen when it begins, why some could not
 * be started, and what was decided about those that did not finish in time. Each guiding procedure
 * keeps them in two tables of its own that are alike, and extends this class for what it lays down.
 *
 * @param <D> decisions that the procedure knows about a body that has not finished in time
 */
@Transactional
public class GuidedBodies<D extends Enum<D>> {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final String bodies;
  private final String handlings;
  private final Class<D> decisions;

  /**
   * @param table common beginning of the names of the two tables {@code ..._body} and {@code
   *     ..._handling}
   */
  protected GuidedBodies(JdbcClient jdbc, Clock clock, String table, Class<D> decisions) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.bodies = table + "_body";
    this.handlings = table + "_handling";
    this.decisions = decisions;
  }

  /** Freezes the list of bodies; a repeated call keeps what was frozen first. */
  public void freeze(String caseId, List<Organization> organizations) {
    if (!of(caseId).isEmpty()) {
      return;
    }
    for (int i = 0; i < organizations.size(); i++) {
      jdbc.sql(
              "insert into "
                  + bodies
                  + " (case_id, organization, organization_name, position) values (?, ?, ?, ?)")
          .params(caseId, organizations.get(i).code(), organizations.get(i).name(), i + 1)
          .update();
    }
  }

  /** In the order of the frozen list. */
  public List<Body> of(String caseId) {
    return jdbc.sql(
            "select organization, organization_name, blocked_reason from "
                + bodies
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
   * @param reason why the body's run could not be started, null once it could
   */
  public void blocked(String caseId, String body, String reason) {
    jdbc.sql("update " + bodies + " set blocked_reason = ? where case_id = ? and organization = ?")
        .params(reason, caseId, body)
        .update();
  }

  /** Keeps a decision about a body beside those that were taken before. */
  public void handle(String caseId, String body, Handled<D> handled, String user) {
    int round =
        jdbc.sql("select count(*) from " + handlings + " where case_id = ? and organization = ?")
            .params(caseId, body)
            .query(Integer.class)
            .single();
    jdbc.sql(
            "insert into "
                + handlings
                + " (case_id, organization, handling_round, decision, until_day, handled_by,"
                + " handled_at) values (?, ?, ?, ?, ?, ?, ?)")
        .params(
            caseId,
            body,
            round + 1,
            handled.decision().name(),
            handled.until(),
            user,
            OffsetDateTime.now(clock))
        .update();
  }

  /** All decisions about a body, the first one first. */
  public List<Handled<D>> handlings(String caseId, String body) {
    return jdbc.sql(
            "select decision, until_day from "
                + handlings
                + " where case_id = ? and organization = ? order by handling_round")
        .params(caseId, body)
        .query(
            (row, number) ->
                new Handled<>(
                    Enum.valueOf(decisions, row.getString("decision")),
                    row.getObject("until_day", LocalDate.class)))
        .list();
  }

  /** The decision that counts, the last one. */
  public Optional<Handled<D>> handling(String caseId, String body) {
    List<Handled<D>> all = handlings(caseId, body);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /**
   * A body of the frozen list.
   *
   * @param blockedReason why its run could not be started, or null
   */
  public record Body(String code, String name, String blockedReason) {}

  /**
   * What was decided about a body that had not finished in time.
   *
   * @param until day until which it holds, or null when it holds for good
   */
  public record Handled<D extends Enum<D>>(D decision, LocalDate until) {}
}
