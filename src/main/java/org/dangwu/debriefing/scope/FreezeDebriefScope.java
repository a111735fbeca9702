package org.dangwu.debriefing.scope;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.debriefing.DebriefingProcess;
import org.dangwu.desk.Lists;
import org.dangwu.engine.ModelBean;

/** Step 确定述职对象: who gives an account stands from here on (C02, C03, E30). */
@ModelBean("freezeDebriefScope")
class FreezeDebriefScope implements JavaDelegate {

  private final ScopeFreeze scope;

  FreezeDebriefScope(ScopeFreeze scope) {
    this.scope = scope;
  }

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariable(
        DebriefingProcess.ENTRIES,
        Lists.json(
            scope.freeze(
                (String) execution.getVariable(DebriefingProcess.CASE_ID),
                (String) execution.getVariable(DebriefingProcess.ORGANIZATION))));
  }
}
