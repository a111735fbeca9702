package org.dangwu.verification;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.engine.ModelBean;

/** From now on the person sees what was found, and until when he should answer. */
@ModelBean("verificationInforming")
class InformPerson implements JavaDelegate {

  private final VerificationRegister register;
  private final ReplyDays replyDays;

  InformPerson(VerificationRegister register, ReplyDays replyDays) {
    this.register = register;
    this.replyDays = replyDays;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String id = (String) execution.getVariable(VerificationProcess.VERIFICATION_ID);
    register.inform(id);
    execution.setVariable(
        VerificationProcess.REPLY_DUE_DATE, replyDays.endOf(replyDays.due(register.get(id))));
  }
}
