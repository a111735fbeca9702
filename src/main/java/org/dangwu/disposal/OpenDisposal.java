package org.dangwu.disposal;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.engine.ModelBean;

/** Begins a disposal (B25): nothing is decided, nothing revoked. */
@ModelBean("disposalOpening")
class OpenDisposal implements JavaDelegate {

  private final DisposalRegister register;
  private final Days days;

  OpenDisposal(DisposalRegister register, Days days) {
    this.register = register;
    this.days = days;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String id = (String) execution.getVariable(DisposalProcess.DISPOSAL_ID);
    register.begin(id, execution.getProcessInstanceId());
    for (String fact :
        new String[] {
          DisposalProcess.DISPOSAL_NEEDED,
          DisposalProcess.DECIDED,
          DisposalProcess.EXECUTED,
          DisposalProcess.APPEAL_REVOKED
        }) {
      execution.setVariable(fact, DisposalProcess.NO);
    }
    execution.setVariable(DisposalProcess.REMINDER_CYCLE, days.reminderCycle(register.get(id)));
  }
}
