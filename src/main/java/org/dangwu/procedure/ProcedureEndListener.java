package org.dangwu.procedure;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.dangwu.engine.ModelBean;
import org.springframework.context.ApplicationEventPublisher;

/** Stands on the end of each procedure; a cancelled run no longer counts for its year (E35). */
@ModelBean("procedureEnd")
class ProcedureEndListener implements ExecutionListener {

  private final CaseRegister register;
  private final ApplicationEventPublisher events;

  ProcedureEndListener(CaseRegister register, ApplicationEventPublisher events) {
    this.register = register;
    this.events = events;
  }

  @Override
  public void notify(DelegateExecution execution) {
    register.close(execution.getProcessInstanceId(), execution.isCanceled());
    if (execution.getVariable("caseId") instanceof String caseId) {
      events.publishEvent(new ProcedureEnded(caseId));
    }
  }
}
