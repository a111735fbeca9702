package org.dangwu.lifemeeting;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps inquiries until the task is completed; then they live in the case file alone. */
@Component
class InquiryBook {

  private final JdbcClient jdbc;
  private final Clock clock;

  InquiryBook(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  List<Inquiry> of(String caseId) {
    return jdbc.sql("select * from lifemeeting_inquiry where case_id = ? order by person_id")
        .param(caseId)
        .query(
            (row, n) ->
                new Inquiry(
                    row.getString("person_id"),
                    InquiryOutcome.valueOf(row.getString("outcome")),
                    row.getString("reference"),
                    row.getString("matter")))
        .list();
  }

  /** One for each member; a later one replaces the earlier. */
  @Transactional
  void record(String caseId, Inquiry inquiry) {
    remove(caseId, inquiry.personId());
    jdbc.sql(
            "insert into lifemeeting_inquiry (case_id, person_id, outcome, reference, matter)"
                + " values (?, ?, ?, ?, ?)")
        .params(
            caseId,
            inquiry.personId(),
            inquiry.outcome().name(),
            inquiry.reference(),
            inquiry.matter())
        .update();
  }

  void remove(String caseId, String personId) {
    jdbc.sql("delete from lifemeeting_inquiry where case_id = ? and person_id = ?")
        .params(caseId, personId)
        .update();
  }

  /** Empties the desk after everything became a document. */
  void clear(String caseId) {
    jdbc.sql("delete from lifemeeting_inquiry where case_id = ?").param(caseId).update();
  }

  boolean isChecked(String taskId) {
    return jdbc.sql("select count(*) from lifemeeting_inquiry_check where task_id = ?")
            .param(taskId)
            .query(Integer.class)
            .single()
        > 0;
  }

  @Transactional
  void check(String taskId, String caseId, String user) {
    uncheck(taskId);
    jdbc.sql(
            "insert into lifemeeting_inquiry_check (task_id, case_id, checked_by, checked_at)"
                + " values (?, ?, ?, ?)")
        .params(taskId, caseId, user, OffsetDateTime.now(clock))
        .update();
  }

  /** What was checked no longer holds. */
  void uncheck(String taskId) {
    jdbc.sql("delete from lifemeeting_inquiry_check where task_id = ?").param(taskId).update();
  }
}
