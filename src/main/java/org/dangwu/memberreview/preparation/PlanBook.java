package org.dangwu.memberreview.preparation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.dangwu.memberreview.preparation.Plan.MassesWay;
import org.dangwu.memberreview.preparation.Plan.MeetingForm;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the plan of each review. */
@Component
class PlanBook {

  private final JdbcClient jdbc;
  private final Clock clock;

  PlanBook(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<Plan> find(String caseId) {
    return jdbc.sql("select * from memberreview_plan where case_id = ?")
        .param(caseId)
        .query(PlanBook::plan)
        .optional();
  }

  /** Replaces what was planned before. */
  @Transactional
  void save(String caseId, Plan plan, String user) {
    jdbc.sql("delete from memberreview_plan where case_id = ?").param(caseId).update();
    jdbc.sql(
            "insert into memberreview_plan (case_id, study_from, study_to, summary_due, peer_on,"
                + " assembly_on, combined, org_life_form, masses_way, committee_review, remark,"
                + " planned_by, planned_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            caseId,
            plan.studyFrom(),
            plan.studyTo(),
            plan.summaryDue(),
            plan.peerOn(),
            plan.assemblyOn(),
            plan.combined(),
            plan.form() == null ? "NONE" : plan.form().name(),
            plan.massesWay().name(),
            plan.committeeReview(),
            plan.remark(),
            user,
            OffsetDateTime.now(clock))
        .update();
  }

  private static Plan plan(ResultSet row, int number) throws SQLException {
    String form = row.getString("org_life_form");
    return new Plan(
        row.getObject("study_from", LocalDate.class),
        row.getObject("study_to", LocalDate.class),
        row.getObject("summary_due", LocalDate.class),
        row.getObject("peer_on", LocalDate.class),
        row.getObject("assembly_on", LocalDate.class),
        row.getBoolean("combined"),
        form.equals("NONE") ? null : MeetingForm.valueOf(form),
        MassesWay.valueOf(row.getString("masses_way")),
        row.getBoolean("committee_review"),
        row.getString("remark"));
  }
}
