package org.dangwu.ballot.flow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.ballot.BallotCounts;
import org.dangwu.ballot.BallotProcess;
import org.dangwu.ballot.Ballots;
import org.dangwu.engine.ModelBean;

/** Hands the counts that tellers signed to the process; counts of sheets only, never grades. */
@ModelBean("countBallotRound")
class CountBallotRound implements JavaDelegate {

  private final Ballots ballots;

  CountBallotRound(Ballots ballots) {
    this.ballots = ballots;
  }

  @Override
  public void execute(DelegateExecution execution) {
    BallotCounts counts = ballots.counts((String) execution.getVariable(BallotProcess.ROUND));
    execution.setVariable(BallotProcess.ISSUED, counts.issued());
    execution.setVariable(BallotProcess.COLLECTED, counts.collected());
    execution.setVariable(BallotProcess.VALID, counts.valid());
    execution.setVariable(BallotProcess.SPOILED, counts.spoiled());
    execution.setVariable(BallotProcess.INTACT, counts.intact());
    execution.setVariable(BallotProcess.TELLERS_AGREE, counts.tellersAgree());
  }
}
