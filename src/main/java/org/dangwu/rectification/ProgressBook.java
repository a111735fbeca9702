package org.dangwu.rectification;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What owners report on their items (整改进展). Rows are only ever added. */
@Component
class ProgressBook {

  private final JdbcClient jdbc;
  private final Clock clock;

  ProgressBook(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param evidence where the proof is to be found, in words; files are apart
   */
  record Progress(String report, String evidence, String reportedBy, LocalDateTime reportedAt) {}

  void add(String itemId, String report, String evidence, String user) {
    jdbc.sql(
            "insert into rectification_progress (id, item_id, report, evidence, reported_by,"
                + " reported_at) values (?, ?, ?, ?, ?, ?)")
        .params(UUID.randomUUID().toString(), itemId, report, evidence, user, Days.now(clock))
        .update();
  }

  /** Oldest first. */
  List<Progress> of(String itemId) {
    return jdbc.sql(
            "select report, evidence, reported_by, reported_at from rectification_progress"
                + " where item_id = ? order by reported_at")
        .param(itemId)
        .query(
            (row, n) ->
                new Progress(
                    row.getString("report"),
                    row.getString("evidence"),
                    row.getString("reported_by"),
                    Days.local(row, "reported_at", clock)))
        .list();
  }

  /** Whether anything was ever reported, which the table {@code accountability} asks (A34). */
  boolean any(String itemId) {
    return !of(itemId).isEmpty();
  }

  /** Whether there is a report later than the last return by a verifier. */
  boolean reportedSinceReturn(String itemId) {
    return jdbc.sql(
                "select count(*) from rectification_progress p where p.item_id = ?"
                    + " and not exists (select 1 from rectification_verification v"
                    + " where v.item_id = p.item_id and v.final = true"
                    + " and v.verified_at > p.reported_at)")
            .param(itemId)
            .query(Integer.class)
            .single()
        > 0;
  }

  boolean hasReported(String itemId, String userId) {
    return of(itemId).stream().anyMatch(progress -> progress.reportedBy().equals(userId));
  }
}
