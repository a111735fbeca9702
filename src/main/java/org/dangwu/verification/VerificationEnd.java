package org.dangwu.verification;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.dangwu.engine.ModelBean;

/** Stands on the end of the process; one that was cancelled is no longer open (E35). */
@ModelBean("verificationEnd")
class VerificationEnd implements ExecutionListener {

  private final VerificationRegister register;

  VerificationEnd(VerificationRegister register) {
    this.register = register;
  }

  @Override
  public void notify(DelegateExecution execution) {
    register.terminate((String) execution.getVariable(VerificationProcess.VERIFICATION_ID));
  }
}
