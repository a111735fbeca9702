package org.dangwu.rectification;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Keeps judgements by the task in which they were given. */
abstract class JudgementBook {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Columns columns;

  JudgementBook(JdbcClient jdbc, Clock clock, Columns columns) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.columns = columns;
  }

  /** Where a kind of judgement is kept. */
  record Columns(String table, String subject, String judge, String judgedAt) {}

  /** Replaces what was saved in this task before. */
  @Transactional
  void save(String taskId, String subject, boolean passed, String opinion, String judge) {
    jdbc.sql("delete from " + columns.table() + " where task_id = ? and final = false")
        .param(taskId)
        .update();
    jdbc.sql(
            "insert into %s (task_id, %s, passed, opinion, %s, %s, final) values (?, ?, ?, ?, ?, ?, false)"
                .formatted(columns.table(), columns.subject(), columns.judge(), columns.judgedAt()))
        .params(taskId, subject, passed, opinion, judge, Days.now(clock))
        .update();
  }

  Optional<Judgement> find(String taskId) {
    return query("task_id", taskId).stream().findFirst();
  }

  /** Finished ones about an item or list, oldest first. */
  List<Judgement> of(String subject) {
    return query(columns.subject(), subject).stream().filter(Judgement::done).toList();
  }

  void finish(String taskId) {
    jdbc.sql("update " + columns.table() + " set final = true where task_id = ?")
        .param(taskId)
        .update();
  }

  private List<Judgement> query(String column, String value) {
    return jdbc.sql(
            "select * from %s where %s = ? order by %s"
                .formatted(columns.table(), column, columns.judgedAt()))
        .param(value)
        .query(
            (row, n) ->
                new Judgement(
                    row.getString("task_id"),
                    row.getBoolean("passed"),
                    row.getString("opinion"),
                    row.getString(columns.judge()),
                    Days.local(row, columns.judgedAt(), clock),
                    row.getBoolean("final")))
        .list();
  }
}
