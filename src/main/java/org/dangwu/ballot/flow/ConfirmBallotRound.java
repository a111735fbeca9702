package org.dangwu.ballot.flow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.ballot.BallotProcess;
import org.dangwu.ballot.Ballots;
import org.dangwu.engine.ModelBean;

/** Makes a signed round the valid one. */
@ModelBean("confirmBallotRound")
class ConfirmBallotRound implements JavaDelegate {

  private final Ballots ballots;

  ConfirmBallotRound(Ballots ballots) {
    this.ballots = ballots;
  }

  @Override
  public void execute(DelegateExecution execution) {
    ballots.confirm((String) execution.getVariable(BallotProcess.ROUND));
  }
}
