package org.dangwu.debriefing.plan;

import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.debriefing.CommentMode;
import org.dangwu.debriefing.DebriefEntries;
import org.dangwu.debriefing.DebriefPlan;
import org.dangwu.debriefing.DebriefPlan.FieldTeam;
import org.dangwu.debriefing.DebriefingProcess;
import org.dangwu.debriefing.scope.EntryChanges;
import org.dangwu.desk.Lists;
import org.dangwu.engine.ModelBean;
import org.dangwu.lifemeeting.Deadlines;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Role;

/** Step 按方案开展: what was agreed becomes the routing facts of the run (C01, C03, C09). */
@ModelBean("debriefPlanAgreed")
class DebriefPlanAgreed implements JavaDelegate {

  private final DebriefPlanBook plans;
  private final DebriefEntries entries;
  private final EntryChanges changes;
  private final Organizations organizations;

  DebriefPlanAgreed(
      DebriefPlanBook plans,
      DebriefEntries entries,
      EntryChanges changes,
      Organizations organizations) {
    this.plans = plans;
    this.entries = entries;
    this.changes = changes;
    this.organizations = organizations;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = (String) execution.getVariable(DebriefingProcess.CASE_ID);
    String organizer = (String) execution.getVariable(DebriefingProcess.ORGANIZATION);
    plans.agree(caseId);
    DebriefPlan plan = plans.find(caseId).orElseThrow();
    execution.setVariable(DebriefingProcess.ENTRIES, Lists.json(changes.writers(caseId)));
    execution.setVariable(
        DebriefingProcess.FIELD_CHECKS,
        Lists.json(plan.teams().stream().map(FieldTeam::fieldCheckId).toList()));
    execution.setVariable(DebriefingProcess.REPORT_DUE_DATE, end(plan.reportDueDate()));
    execution.setVariable(DebriefingProcess.FIELD_DUE_DATE, end(plan.fieldDueDate()));
    execution.setVariable(DebriefingProcess.SESSION_DATE, start(plan.sessionDate()));
    execution.setVariable(DebriefingProcess.STUDY_DATE, start(plan.studyDate()));
    execution.setVariable(DebriefingProcess.REPORT_UP_DUE_DATE, end(plan.reportUpDueDate()));
    CommentMode comment = plan.commentMode() == null ? CommentMode.ONE_BY_ONE : plan.commentMode();
    execution.setVariable(DebriefingProcess.COMMENT_MODE, comment.name());
    execution.setVariable(DebriefingProcess.HAS_SESSION, entries.hasSession(caseId));
    execution.setVariable(DebriefingProcess.HAS_WRITTEN, entries.hasWritten(caseId));
    execution.setVariable(DebriefingProcess.HAS_SUPERIOR, hasSuperior(organizer));
  }

  /** Whether somebody above takes the report in this application (C22). */
  private String hasSuperior(String organizer) {
    return organizations
            .superiorOrganizationDepartment(organizer)
            .filter(above -> !organizations.holders(Role.STAFF, above.code()).isEmpty())
            .isPresent()
        ? DebriefingProcess.YES
        : DebriefingProcess.NO;
  }

  private static Date start(LocalDate day) {
    return day == null ? null : Deadlines.startOf(day);
  }

  private static Date end(LocalDate day) {
    return day == null ? null : Deadlines.endOf(day);
  }
}
