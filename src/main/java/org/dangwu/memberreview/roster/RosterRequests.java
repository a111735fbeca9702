package org.dangwu.memberreview.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes that were entered and wait for the step that applies them. */
@Component
class RosterRequests {

  private final JdbcClient jdbc;

  RosterRequests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<RosterRequest> find(String taskId) {
    return jdbc.sql("select * from memberreview_roster_request where task_id = ?")
        .param(taskId)
        .query(RosterRequests::request)
        .optional();
  }

  /** Replaces what was entered in this task before. */
  @Transactional
  void save(RosterRequest request) {
    jdbc.sql("delete from memberreview_roster_request where task_id = ? and state = 'DRAFT'")
        .param(request.taskId())
        .update();
    jdbc.sql(
            "insert into memberreview_roster_request (task_id, case_id, person_id, change_kind,"
                + " effective_on, reference, group_name, requested_by, state) values (?, ?, ?, ?,"
                + " ?, ?, ?, ?, 'DRAFT')")
        .params(
            request.taskId(),
            request.caseId(),
            request.personId(),
            request.kind().name(),
            request.effectiveOn(),
            request.reference(),
            request.group(),
            request.requestedBy())
        .update();
  }

  void submit(String taskId) {
    jdbc.sql(
            "update memberreview_roster_request set state = 'SUBMITTED' where task_id = ? and state"
                + " = 'DRAFT'")
        .param(taskId)
        .update();
  }

  /** The oldest change of this person's hand that was submitted and not applied. */
  Optional<RosterRequest> submitted(String caseId, String requestedBy) {
    return jdbc
        .sql(
            "select * from memberreview_roster_request where case_id = ? and requested_by = ? and"
                + " state = 'SUBMITTED' order by task_id")
        .params(caseId, requestedBy)
        .query(RosterRequests::request)
        .list()
        .stream()
        .findFirst();
  }

  void applied(String taskId) {
    jdbc.sql("update memberreview_roster_request set state = 'APPLIED' where task_id = ?")
        .param(taskId)
        .update();
  }

  private static RosterRequest request(ResultSet row, int number) throws SQLException {
    return new RosterRequest(
        row.getString("task_id"),
        row.getString("case_id"),
        row.getString("person_id"),
        RosterChangeKind.valueOf(row.getString("change_kind")),
        row.getObject("effective_on", LocalDate.class),
        row.getString("reference"),
        row.getString("group_name"),
        row.getString("requested_by"));
  }
}
