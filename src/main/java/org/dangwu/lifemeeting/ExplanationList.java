package org.dangwu.lifemeeting;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which members must explain themselves to the organisation (A10), by the task in which it was
 * decided.
 */
@Component
class ExplanationList {

  private final JdbcClient jdbc;
  private final Clock clock;

  ExplanationList(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The members, or empty when nobody has decided yet. */
  Optional<List<String>> find(String taskId) {
    boolean decided =
        jdbc.sql("select count(*) from lifemeeting_explanation_list where task_id = ?")
                .param(taskId)
                .query(Integer.class)
                .single()
            > 0;
    return decided
        ? Optional.of(
            jdbc.sql("select person_id from lifemeeting_explanation where task_id = ?")
                .param(taskId)
                .query(String.class)
                .list())
        : Optional.empty();
  }

  @Transactional
  void record(String taskId, String caseId, List<String> members, String recorder) {
    jdbc.sql("delete from lifemeeting_explanation where task_id = ?").param(taskId).update();
    jdbc.sql("delete from lifemeeting_explanation_list where task_id = ?").param(taskId).update();
    jdbc.sql(
            "insert into lifemeeting_explanation_list (task_id, case_id, recorded_by, recorded_at)"
                + " values (?, ?, ?, ?)")
        .params(taskId, caseId, recorder, OffsetDateTime.now(clock))
        .update();
    for (String member : members) {
      jdbc.sql("insert into lifemeeting_explanation (task_id, person_id) values (?, ?)")
          .params(taskId, member)
          .update();
    }
  }
}
