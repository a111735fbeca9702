package org.dangwu.memberreview.preparation;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.dangwu.desk.Lists;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.dangwu.lifemeeting.Deadlines;
import org.dangwu.memberreview.ReviewRosters;
import org.dangwu.memberreview.RosterMember;
import org.dangwu.memberreview.desk.ReviewSentences;
import org.dangwu.memberreview.roster.GroupBook;
import org.dangwu.memberreview.roster.ReviewGroup;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Turns the plan into routing facts and into the document that is filed. Runs before the dossier's
 * own guard, which makes that document final.
 */
@Component
@Order(50)
class PlanGuard implements CompletionGuard {

  private final PlanBook plans;
  private final PlanRules rules;
  private final PlanPaper paper;
  private final GroupBook groups;
  private final ReviewRosters rosters;
  private final Dossiers dossiers;
  private final ReviewSentences sentences;

  PlanGuard(
      PlanBook plans,
      PlanRules rules,
      PlanPaper paper,
      GroupBook groups,
      ReviewRosters rosters,
      Dossiers dossiers,
      ReviewSentences sentences) {
    this.plans = plans;
    this.rules = rules;
    this.paper = paper;
    this.groups = groups;
    this.rosters = rosters;
    this.dossiers = dossiers;
    this.sentences = sentences;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    if (!task.elementId().equals(PreparationSteps.MAKE_PLAN)) {
      return;
    }
    String caseId = (String) task.variable("caseId");
    Plan plan =
        plans
            .find(caseId)
            .map(
                found ->
                    rules.checked(
                        found,
                        day(task.variable("reviewDueDate")),
                        "YES".equals(task.variable("hasCommittee"))))
            .orElseThrow(() -> sentences.refusal("plan.missing"));
    List<RosterMember> roster = rosters.of(caseId);
    Groups division =
        rules.checked(
            new Groups(groups.of(caseId), groups.members(caseId)),
            roster.stream().filter(RosterMember::participates).toList());
    dossiers.write(
        DocumentKey.of(caseId, "reviewPlan"),
        paper.sections(plan, division, roster),
        task.assignee().orElse("system"));
    task.setVariable("summaryDueDate", Deadlines.endOf(plan.summaryDue()));
    task.setVariable("assemblyDate", Deadlines.startOf(plan.assemblyOn()));
    task.setVariable("combined", plan.combined() ? "YES" : "NO");
    task.setVariable("orgLifeForm", plan.form() == null ? "NONE" : plan.form().name());
    task.setVariable("massesWay", plan.massesWay().name());
    task.setVariable("committeeReview", plan.committeeReview() ? "YES" : "NO");
    task.setVariable(
        "memberGroups", Lists.json(division.list().stream().map(ReviewGroup::name).toList()));
  }

  private static LocalDate day(Object value) {
    return value instanceof Date date ? Deadlines.day(date) : null;
  }
}
