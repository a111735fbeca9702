package org.dangwu.disposal;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.engine.ModelBean;

/** From now on the person sees the proposal and what was done (D04, D09). */
@ModelBean("disposalInforming")
class InformPerson implements JavaDelegate {

  private final DisposalRegister register;
  private final Days days;

  InformPerson(DisposalRegister register, Days days) {
    this.register = register;
    this.days = days;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String id = (String) execution.getVariable(DisposalProcess.DISPOSAL_ID);
    register.inform(id);
    execution.setVariable(DisposalProcess.REPLY_DUE_DATE, days.answerDue(register.get(id)));
  }
}
