package org.dangwu.debriefing.outcome;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.debriefing.DebriefEntries;
import org.dangwu.debriefing.DebriefingProcess;
import org.dangwu.engine.ModelBean;

/** Enters for everybody who received a grade into whose file opinion and grade go (C19). */
@ModelBean("debriefFilingTargets")
class DebriefFilingTargets implements JavaDelegate {

  private final DebriefEntries entries;
  private final DebriefFiles files;

  DebriefFilingTargets(DebriefEntries entries, DebriefFiles files) {
    this.entries = entries;
    this.files = files;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String committee = (String) execution.getVariable(DebriefingProcess.ORGANIZATION);
    int year = ((Number) execution.getVariable(DebriefingProcess.YEAR)).intValue();
    entries
        .graded((String) execution.getVariable(DebriefingProcess.CASE_ID))
        .forEach(entry -> files.enter(entry, committee, year));
  }
}
