package org.dangwu.memberreview.grading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the meetings of the committee on grades, by the task in which they were recorded. */
@Component
public class SittingBook {

  private final JdbcClient jdbc;
  private final Clock clock;

  SittingBook(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<Sitting> find(String taskId) {
    return jdbc.sql("select * from memberreview_committee where task_id = ?")
        .param(taskId)
        .query(SittingBook::sitting)
        .optional();
  }

  Optional<Sitting> latest(String caseId) {
    return jdbc.sql(
            "select * from memberreview_committee where case_id = ? order by sitting desc"
                + " fetch first 1 rows only")
        .param(caseId)
        .query(SittingBook::sitting)
        .optional();
  }

  /** What those rated 合格 are told; empty while nothing was typed. */
  public String encouragement(String caseId) {
    return latest(caseId).map(Sitting::encouragement).orElse("");
  }

  @Transactional
  void save(
      String taskId,
      String caseId,
      LocalDate heldOn,
      String overview,
      String encouragement,
      String user) {
    int number =
        find(taskId)
            .map(Sitting::number)
            .orElseGet(() -> latest(caseId).map(last -> last.number() + 1).orElse(1));
    jdbc.sql("delete from memberreview_committee where task_id = ?").param(taskId).update();
    jdbc.sql(
            "insert into memberreview_committee (task_id, case_id, sitting, held_on, overview,"
                + " encouragement, settled, saved_by, saved_at)"
                + " values (?, ?, ?, ?, ?, ?, false, ?, ?)")
        .params(
            taskId,
            caseId,
            number,
            heldOn,
            overview,
            encouragement,
            user,
            OffsetDateTime.now(clock))
        .update();
  }

  void settle(String taskId) {
    jdbc.sql("update memberreview_committee set settled = true where task_id = ?")
        .param(taskId)
        .update();
  }

  private static Sitting sitting(ResultSet row, int number) throws SQLException {
    return new Sitting(
        row.getString("task_id"),
        row.getInt("sitting"),
        row.getObject("held_on", LocalDate.class),
        row.getString("overview"),
        row.getString("encouragement"),
        row.getBoolean("settled"));
  }
}
