package org.dangwu.rectification;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What verifiers found, by the task in which they did (验收). */
@Component
class Verifications {

  private final JdbcClient jdbc;
  private final Clock clock;

  Verifications(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  record Verification(
      String taskId,
      boolean passed,
      String opinion,
      String verifier,
      LocalDateTime verifiedAt,
      boolean done) {}

  /** Replaces what was saved in this task before. */
  @Transactional
  void save(String taskId, String itemId, boolean passed, String opinion, String verifier) {
    jdbc.sql("delete from rectification_verification where task_id = ? and final = false")
        .param(taskId)
        .update();
    jdbc.sql(
            "insert into rectification_verification (task_id, item_id, passed, opinion, verifier,"
                + " verified_at, final) values (?, ?, ?, ?, ?, ?, false)")
        .params(taskId, itemId, passed, opinion, verifier, Days.now(clock))
        .update();
  }

  Optional<Verification> find(String taskId) {
    return query("task_id", taskId).stream().findFirst();
  }

  /** Finished verifications, oldest first. */
  List<Verification> of(String itemId) {
    return query("item_id", itemId).stream().filter(Verification::done).toList();
  }

  void finish(String taskId) {
    jdbc.sql("update rectification_verification set final = true where task_id = ?")
        .param(taskId)
        .update();
  }

  private List<Verification> query(String column, String value) {
    return jdbc.sql(
            "select task_id, passed, opinion, verifier, verified_at, final"
                + " from rectification_verification where "
                + column
                + " = ? order by verified_at")
        .param(value)
        .query(
            (row, n) ->
                new Verification(
                    row.getString("task_id"),
                    row.getBoolean("passed"),
                    row.getString("opinion"),
                    row.getString("verifier"),
                    Days.local(row, "verified_at", clock),
                    row.getBoolean("final")))
        .list();
  }
}
