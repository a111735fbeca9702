package org.dangwu.memberreview.grading;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the superior's answers of each task, item by item. */
@Component
class ApprovalBook {

  private final JdbcClient jdbc;

  ApprovalBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Answers by item. */
  Map<String, Answer> of(String taskId) {
    return jdbc
        .sql("select item_id, answer, reason from memberreview_approval where task_id = ?")
        .param(taskId)
        .query(
            (row, n) ->
                new Answer(
                    row.getString("item_id"),
                    Kind.valueOf(row.getString("answer")),
                    row.getString("reason")))
        .list()
        .stream()
        .collect(Collectors.toMap(Answer::itemId, answer -> answer));
  }

  @Transactional
  void save(String taskId, List<Answer> answers) {
    jdbc.sql("delete from memberreview_approval where task_id = ?").param(taskId).update();
    answers.forEach(
        answer ->
            jdbc.sql(
                    "insert into memberreview_approval (task_id, item_id, answer, reason)"
                        + " values (?, ?, ?, ?)")
                .params(taskId, answer.itemId(), answer.kind().name(), answer.reason())
                .update());
  }

  /** What the superior says of an item. */
  public enum Kind {
    APPROVE("同意"),
    RETURN("退回");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** The superior's answer to one item. */
  public record Answer(String itemId, Kind kind, String reason) {}
}
