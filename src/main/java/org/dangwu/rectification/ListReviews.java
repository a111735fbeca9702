package org.dangwu.rectification;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a superior's organizers found when they reviewed the lists of secretaries. */
@Component
class ListReviews {

  private final JdbcClient jdbc;
  private final Clock clock;

  ListReviews(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param passed whether the list may stand; else it is returned with the opinion
   */
  record ListReview(
      String taskId,
      boolean passed,
      String opinion,
      String reviewer,
      LocalDateTime reviewedAt,
      boolean done) {}

  /** Replaces what was saved in this task before. */
  @Transactional
  void save(String taskId, String listId, boolean passed, String opinion, String reviewer) {
    jdbc.sql("delete from rectification_list_review where task_id = ? and final = false")
        .param(taskId)
        .update();
    jdbc.sql(
            "insert into rectification_list_review (task_id, list_id, passed, opinion, reviewer,"
                + " reviewed_at, final) values (?, ?, ?, ?, ?, ?, false)")
        .params(taskId, listId, passed, opinion, reviewer, Days.now(clock))
        .update();
  }

  Optional<ListReview> find(String taskId) {
    return query("task_id", taskId).stream().findFirst();
  }

  /** Finished reviews of a list, oldest first. */
  List<ListReview> of(String listId) {
    return query("list_id", listId).stream().filter(ListReview::done).toList();
  }

  void finish(String taskId) {
    jdbc.sql("update rectification_list_review set final = true where task_id = ?")
        .param(taskId)
        .update();
  }

  private List<ListReview> query(String column, String value) {
    return jdbc.sql(
            "select task_id, passed, opinion, reviewer, reviewed_at, final"
                + " from rectification_list_review where "
                + column
                + " = ? order by reviewed_at")
        .param(value)
        .query(
            (row, n) ->
                new ListReview(
                    row.getString("task_id"),
                    row.getBoolean("passed"),
                    row.getString("opinion"),
                    row.getString("reviewer"),
                    Days.local(row, "reviewed_at", clock),
                    row.getBoolean("final")))
        .list();
  }
}
