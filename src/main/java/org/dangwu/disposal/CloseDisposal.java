package org.dangwu.disposal;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.engine.ModelBean;

/** Takes the outcome into the register and the case file (D04). */
@ModelBean("disposalClosing")
class CloseDisposal implements JavaDelegate {

  private final DisposalRegister register;
  private final Outcomes outcomes;
  private final DisposalForm form;

  CloseDisposal(DisposalRegister register, Outcomes outcomes, DisposalForm form) {
    this.register = register;
    this.outcomes = outcomes;
    this.form = form;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String id = (String) execution.getVariable(DisposalProcess.DISPOSAL_ID);
    register.close(id, outcomes.of(id));
    form.write(register.get(id));
  }
}
