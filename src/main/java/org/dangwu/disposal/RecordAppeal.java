package org.dangwu.disposal;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.engine.ModelBean;

/** Renews the form of a disposal that was closed before its appeal was decided (D09). */
@ModelBean("disposalAppeal")
class RecordAppeal implements JavaDelegate {

  private final DisposalRegister register;
  private final DisposalForm form;

  RecordAppeal(DisposalRegister register, DisposalForm form) {
    this.register = register;
    this.form = form;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String id = (String) execution.getVariable(DisposalProcess.DISPOSAL_ID);
    Disposal disposal = register.get(id);
    if (disposal.isClosed()) {
      form.write(disposal);
    }
  }
}
