package org.dangwu.procedure;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.dangwu.engine.ModelBean;

/** Stands on the end of each procedure; a cancelled run no longer counts for its year (E35). */
@ModelBean("procedureEnd")
class ProcedureEndListener implements ExecutionListener {

  private final CaseRegister register;

  ProcedureEndListener(CaseRegister register) {
    this.register = register;
  }

  @Override
  public void notify(DelegateExecution execution) {
    register.close(execution.getProcessInstanceId(), execution.isCanceled());
  }
}
