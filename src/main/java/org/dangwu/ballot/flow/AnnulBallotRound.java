package org.dangwu.ballot.flow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.ballot.BallotProcess;
import org.dangwu.ballot.Ballots;
import org.dangwu.engine.ModelBean;

/** Voids the round for the reason that the table of validity gave (B11, E11). */
@ModelBean("annulBallotRound")
class AnnulBallotRound implements JavaDelegate {

  private final Ballots ballots;

  AnnulBallotRound(Ballots ballots) {
    this.ballots = ballots;
  }

  @Override
  public void execute(DelegateExecution execution) {
    ballots.annul(
        (String) execution.getVariable(BallotProcess.ROUND),
        String.valueOf(execution.getVariable(BallotProcess.MESSAGE)),
        "system");
  }
}
