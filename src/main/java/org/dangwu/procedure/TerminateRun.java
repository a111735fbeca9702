package org.dangwu.procedure;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.engine.CurrentPerson;
import org.dangwu.engine.ModelBean;
import org.dangwu.engine.SubmissionRefused;

/**
 * Breaks a run off by decision of the superior (E35): it no longer counts for its year, so that a
 * new one may be started. Filing what exists and ending the flow are steps of the model.
 *
 * <p>Input parameters: {@code decidedBy}, user id of the one who decided, else the person at whose
 * task the step runs; optionally {@code reference}, the number of the superior's paper.
 */
@ModelBean("terminateRun")
class TerminateRun implements JavaDelegate {

  private final CaseRegister register;
  private final CurrentPerson person;

  TerminateRun(CaseRegister register, CurrentPerson person) {
    this.register = register;
    this.person = person;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String decidedBy =
        Optional.ofNullable((String) execution.getVariable("decidedBy"))
            .or(person::id)
            .orElseThrow(() -> new SubmissionRefused("没有登记由谁决定终止，请流程管理员在流程图的“终止”环节填写决定人。"));
    register.terminate(
        new Termination(
            (String) execution.getVariable("caseId"),
            decidedBy,
            (String) execution.getVariable("requestedBy"),
            (String) execution.getVariable("reference"),
            register.now()));
  }
}
