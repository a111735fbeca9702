package org.dangwu.debriefing.change;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.debriefing.DebriefPlan;
import org.dangwu.debriefing.DebriefPlans;
import org.dangwu.debriefing.DebriefingProcess;
import org.dangwu.debriefing.scope.EntryChanges;
import org.dangwu.desk.Lists;
import org.dangwu.engine.ModelBean;
import org.dangwu.engine.Unrestricted;

/**
 * Step 变更述职对象: who left and who came have an entry each, and who takes no further part has no open
 * step (E25). Before the plan is agreed nobody writes yet, so nobody is asked for an extra report.
 */
@ModelBean("applyReplacement")
class ApplyReplacement implements JavaDelegate {

  private final Replacements replacements;
  private final EntryChanges entries;
  private final DebriefPlans plans;
  private final RuntimeService runtime;
  private final Unrestricted unrestricted;

  ApplyReplacement(
      Replacements replacements,
      EntryChanges entries,
      DebriefPlans plans,
      RuntimeService runtime,
      Unrestricted unrestricted) {
    this.replacements = replacements;
    this.entries = entries;
    this.plans = plans;
    this.runtime = runtime;
    this.unrestricted = unrestricted;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = (String) execution.getVariable(DebriefingProcess.CASE_ID);
    String requestedBy = (String) execution.getVariable("requestedBy");
    replacements
        .apply(caseId, requestedBy)
        .ifPresent(
            done -> {
              boolean writing = plans.of(caseId).filter(DebriefPlan::agreed).isPresent();
              execution.setVariable(DebriefingProcess.ENTRY_ID, done.entryThatGoesOn());
              execution.setVariable(
                  DebriefingProcess.NEW_REPORT,
                  writing && done.added() ? DebriefingProcess.YES : DebriefingProcess.NO);
              if (done.leftForGood()) {
                close(DebriefingProcess.Messages.REPORT_CLOSED, done.left());
                close(DebriefingProcess.Messages.RESULT_CLOSED, done.left());
              }
            });
    execution
        .getProcessInstance()
        .setVariable(DebriefingProcess.ENTRIES, Lists.json(entries.writers(caseId)));
  }

  /** Nothing happens when no step of his is open. */
  private void close(String message, String entryId) {
    unrestricted.call(
        () ->
            runtime
                .createMessageCorrelation(message)
                .processInstanceVariableEquals(DebriefingProcess.ENTRY_ID, entryId)
                .correlateAllWithResult());
  }
}
