package org.dangwu.verification;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.engine.ModelBean;

/** Takes the agreed conclusion into the register and the case file. */
@ModelBean("verificationClosing")
class CloseVerification implements JavaDelegate {

  private final VerificationRegister register;
  private final VerificationRecord record;

  CloseVerification(VerificationRegister register, VerificationRecord record) {
    this.register = register;
    this.record = record;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String id = (String) execution.getVariable(VerificationProcess.VERIFICATION_ID);
    register.close(id);
    record.write(register.get(id));
  }
}
