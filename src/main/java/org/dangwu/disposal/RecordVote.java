package org.dangwu.disposal;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.engine.ModelBean;

/** Keeps what the rule says of the vote (D05). */
@ModelBean("disposalVote")
class RecordVote implements JavaDelegate {

  private final VoteBook votes;
  private final DisposalRegister register;
  private final Days days;

  RecordVote(VoteBook votes, DisposalRegister register, Days days) {
    this.votes = votes;
    this.register = register;
    this.days = days;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String id = (String) execution.getVariable(DisposalProcess.DISPOSAL_ID);
    votes.decide(id, (String) execution.getVariable(DisposalProcess.ASSEMBLY_OUTCOME));
    execution.setVariable(DisposalProcess.APPROVAL_DUE_DATE, days.answerDue(register.get(id)));
  }
}
