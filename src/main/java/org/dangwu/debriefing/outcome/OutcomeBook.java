package org.dangwu.debriefing.outcome;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps how far notice and reports are made known, until they are. */
@Component
class OutcomeBook {

  private final JdbcClient jdbc;

  OutcomeBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Codes of the organisations that the notice goes to. */
  Set<String> noticeRange(String caseId) {
    return new LinkedHashSet<>(
        jdbc.sql(
                "select organization from debrief_notice_range where case_id = ?"
                    + " order by organization")
            .param(caseId)
            .query(String.class)
            .list());
  }

  @Transactional
  void saveNoticeRange(String caseId, Collection<String> organizations) {
    jdbc.sql("delete from debrief_notice_range where case_id = ?").param(caseId).update();
    organizations.forEach(
        organization ->
            jdbc.sql("insert into debrief_notice_range (case_id, organization) values (?, ?)")
                .params(caseId, organization)
                .update());
  }

  ReportRange reportRange(String entryId) {
    return jdbc.sql("select report_range from debrief_report_range where entry_id = ?")
        .param(entryId)
        .query((row, number) -> ReportRange.valueOf(row.getString(1)))
        .optional()
        .orElse(ReportRange.PEERS);
  }

  @Transactional
  void saveReportRange(String caseId, String entryId, ReportRange range) {
    jdbc.sql("delete from debrief_report_range where entry_id = ?").param(entryId).update();
    jdbc.sql(
            "insert into debrief_report_range (entry_id, case_id, report_range)"
                + " values (?, ?, ?)")
        .params(entryId, caseId, range.name())
        .update();
  }

  Optional<LocalDate> remarksUntil(String caseId) {
    return jdbc.sql("select remarks_until from debrief_remark_period where case_id = ?")
        .param(caseId)
        .query(LocalDate.class)
        .optional();
  }

  @Transactional
  void saveRemarksUntil(String caseId, LocalDate day) {
    jdbc.sql("delete from debrief_remark_period where case_id = ?").param(caseId).update();
    jdbc.sql("insert into debrief_remark_period (case_id, remarks_until) values (?, ?)")
        .params(caseId, day)
        .update();
  }
}
