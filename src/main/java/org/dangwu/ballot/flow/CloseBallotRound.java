package org.dangwu.ballot.flow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.ballot.BallotProcess;
import org.dangwu.ballot.Ballots;
import org.dangwu.engine.ModelBean;

/** Closes the box; the process goes on only if the box was counted (5.5.3). */
@ModelBean("closeBallotRound")
class CloseBallotRound implements JavaDelegate {

  private final Ballots ballots;

  CloseBallotRound(Ballots ballots) {
    this.ballots = ballots;
  }

  @Override
  public void execute(DelegateExecution execution) {
    ballots.close((String) execution.getVariable(BallotProcess.ROUND), "system");
  }
}
