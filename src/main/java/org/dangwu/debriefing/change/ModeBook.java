package org.dangwu.debriefing.change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.dangwu.debriefing.DebriefMode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps requests for another manner as drafts, as submitted, and as decided. */
@Component("debriefModeBook")
class ModeBook {

  private final JdbcClient jdbc;

  ModeBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<ModeRequest> find(String taskId) {
    return jdbc.sql("select * from debrief_mode_request where task_id = ?")
        .param(taskId)
        .query(ModeBook::request)
        .optional();
  }

  /** The request about this secretary that waits for a decision. */
  Optional<ModeRequest> submitted(String caseId, String entryId) {
    return jdbc
        .sql(
            "select * from debrief_mode_request where case_id = ? and entry_id = ? and state ="
                + " 'SUBMITTED' order by task_id")
        .params(caseId, entryId)
        .query(ModeBook::request)
        .list()
        .stream()
        .findFirst();
  }

  /** Replaces what was entered in this task before. */
  @Transactional
  void save(ModeRequest given) {
    jdbc.sql("delete from debrief_mode_request where task_id = ? and state = 'DRAFT'")
        .param(given.taskId())
        .update();
    jdbc.sql(
            "insert into debrief_mode_request (task_id, case_id, entry_id, wanted_mode, reason,"
                + " requested_by, state) values (?, ?, ?, ?, ?, ?, 'DRAFT')")
        .params(
            given.taskId(),
            given.caseId(),
            given.entryId(),
            given.mode().name(),
            given.reason(),
            given.requestedBy())
        .update();
  }

  void submit(String taskId) {
    state(taskId, "SUBMITTED");
  }

  void decided(String taskId, boolean agreed) {
    state(taskId, agreed ? "AGREED" : "REFUSED");
  }

  private void state(String taskId, String state) {
    jdbc.sql("update debrief_mode_request set state = ? where task_id = ?")
        .params(state, taskId)
        .update();
  }

  private static ModeRequest request(ResultSet row, int number) throws SQLException {
    return new ModeRequest(
        row.getString("task_id"),
        row.getString("case_id"),
        row.getString("entry_id"),
        DebriefMode.valueOf(row.getString("wanted_mode")),
        row.getString("reason"),
        row.getString("requested_by"));
  }
}
