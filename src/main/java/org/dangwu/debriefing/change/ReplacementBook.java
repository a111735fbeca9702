package org.dangwu.debriefing.change;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.dangwu.debriefing.DebriefMode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps replaced secretaries as drafts, as submitted, and as applied. */
@Component("debriefReplacementBook")
class ReplacementBook {

  private final JdbcClient jdbc;

  ReplacementBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Replacement> find(String taskId) {
    return jdbc.sql("select * from debrief_replacement where task_id = ?")
        .param(taskId)
        .query(ReplacementBook::replacement)
        .optional();
  }

  /** Those that took effect in a run. */
  List<Replacement> applied(String caseId) {
    return jdbc.sql(
            "select * from debrief_replacement where case_id = ? and state = 'APPLIED' order by"
                + " effective_on, task_id")
        .param(caseId)
        .query(ReplacementBook::replacement)
        .list();
  }

  /** The oldest of this person's hand that was submitted and not applied. */
  Optional<Replacement> submitted(String caseId, String requestedBy) {
    return jdbc
        .sql(
            "select * from debrief_replacement where case_id = ? and requested_by = ? and state ="
                + " 'SUBMITTED' order by task_id")
        .params(caseId, requestedBy)
        .query(ReplacementBook::replacement)
        .list()
        .stream()
        .findFirst();
  }

  /** Replaces what was entered in this task before. */
  @Transactional
  void save(Replacement given) {
    jdbc.sql("delete from debrief_replacement where task_id = ? and state = 'DRAFT'")
        .param(given.taskId())
        .update();
    jdbc.sql(
            "insert into debrief_replacement (task_id, case_id, entry_id, successor,"
                + " successor_mode, effective_on, graded_party, predecessor_goes_on, reason,"
                + " requested_by, state) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'DRAFT')")
        .params(
            given.taskId(),
            given.caseId(),
            given.entryId(),
            given.successor(),
            given.successorMode() == null ? null : given.successorMode().name(),
            Date.valueOf(given.effectiveOn()),
            given.gradedParty().name(),
            given.predecessorGoesOn(),
            given.reason(),
            given.requestedBy())
        .update();
  }

  void submit(String taskId) {
    state(taskId, "SUBMITTED");
  }

  void applied(Replacement given) {
    state(given.taskId(), "APPLIED");
  }

  private void state(String taskId, String state) {
    jdbc.sql("update debrief_replacement set state = ? where task_id = ?")
        .params(state, taskId)
        .update();
  }

  private static Replacement replacement(ResultSet row, int number) throws SQLException {
    String successor = row.getString("successor");
    String mode = row.getString("successor_mode");
    return new Replacement(
        row.getString("task_id"),
        row.getString("case_id"),
        row.getString("entry_id"),
        successor == null ? "" : successor,
        mode == null ? null : DebriefMode.valueOf(mode),
        row.getDate("effective_on").toLocalDate(),
        GradedParty.valueOf(row.getString("graded_party")),
        row.getBoolean("predecessor_goes_on"),
        row.getString("reason"),
        row.getString("requested_by"));
  }
}
