package org.dangwu.memberreview.roster;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.desk.Lists;
import org.dangwu.engine.ModelBean;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Role;
import org.dangwu.procedure.Parameters;

/** Step 冻结参评名册: who takes part how stands from here on (B06, E17, E19–E21, E30). */
@ModelBean("freezeReviewRoster")
class FreezeReviewRoster implements JavaDelegate {

  private final RosterFreeze roster;
  private final RosterFacts facts;
  private final Organizations organizations;
  private final Parameters parameters;

  FreezeReviewRoster(
      RosterFreeze roster, RosterFacts facts, Organizations organizations, Parameters parameters) {
    this.roster = roster;
    this.facts = facts;
    this.organizations = organizations;
    this.parameters = parameters;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = (String) execution.getVariable("caseId");
    String branch = (String) execution.getVariable("organization");
    int year = (Integer) execution.getVariable("year");
    roster.freeze(caseId, branch, year, leadersExcluded(execution, branch, year));
    facts.publish(execution, caseId);
    execution.setVariable("participants", Lists.json(facts.participants(caseId)));
    execution.setVariable(
        "secretary",
        organizations.holders(Role.SECRETARY, branch).stream().findFirst().orElse(null));
    boolean committee = !organizations.holders(Role.COMMITTEE, branch).isEmpty();
    execution.setVariable("hasCommittee", committee ? "YES" : "NO");
  }

  /** What the committee set for this year's campaign, else the figure in force for the branch. */
  private boolean leadersExcluded(DelegateExecution execution, String branch, int year) {
    Object set = execution.getVariable("leadersExcluded");
    return set == null
        ? parameters.flag("review.leadersExcluded", branch, year)
        : "YES".equals(set);
  }
}
