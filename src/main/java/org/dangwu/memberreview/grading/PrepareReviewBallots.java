package org.dangwu.memberreview.grading;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.engine.ModelBean;
import org.dangwu.memberreview.grading.BallotArrangement.Rounds;

/** Prepares the rounds and hands their ids to the run; an id is empty where none is held. */
@ModelBean("prepareReviewBallots")
class PrepareReviewBallots implements JavaDelegate {

  private final ReviewBallots ballots;

  PrepareReviewBallots(ReviewBallots ballots) {
    this.ballots = ballots;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Rounds rounds =
        ballots.prepare(
            (String) execution.getVariable("caseId"),
            (String) execution.getVariable("organization"),
            (Integer) execution.getVariable("year"));
    execution.setVariable("memberBallot", rounds.members());
    execution.setVariable("committeeBallot", Objects.toString(rounds.committee(), ""));
    execution.setVariable("massesBallot", Objects.toString(rounds.masses(), ""));
  }
}
