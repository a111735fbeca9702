package org.dangwu.verification;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.engine.ModelBean;

/** Begins a verification (B15); its grade is held open meanwhile (E13). */
@ModelBean("verificationOpening")
class OpenVerification implements JavaDelegate {

  private final VerificationRegister register;

  OpenVerification(VerificationRegister register) {
    this.register = register;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Verification verification =
        register.get((String) execution.getVariable(VerificationProcess.VERIFICATION_ID));
    register.begin(verification.id(), execution.getProcessInstanceId());
    execution.setVariable(VerificationProcess.FINDINGS_AGREED, VerificationProcess.NO);
    execution.setVariable(VerificationProcess.CONCLUSION_AGREED, VerificationProcess.NO);
  }
}
