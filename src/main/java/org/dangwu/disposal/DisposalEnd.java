package org.dangwu.disposal;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.dangwu.engine.ModelBean;

/** Stands on the end of the process; one that was cancelled is no longer open (E35). */
@ModelBean("disposalEnd")
class DisposalEnd implements ExecutionListener {

  private final DisposalRegister register;

  DisposalEnd(DisposalRegister register) {
    this.register = register;
  }

  @Override
  public void notify(DelegateExecution execution) {
    register.terminate((String) execution.getVariable(DisposalProcess.DISPOSAL_ID));
  }
}
