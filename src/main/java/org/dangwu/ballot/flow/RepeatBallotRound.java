package org.dangwu.ballot.flow;

import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.ballot.BallotProcess;
import org.dangwu.ballot.Ballots;
import org.dangwu.engine.ModelBean;

/** Prepares the repetition, open to the end of the day that the recorder set (E11). */
@ModelBean("repeatBallotRound")
class RepeatBallotRound implements JavaDelegate {

  private final Ballots ballots;
  private final ZoneId zone;

  RepeatBallotRound(Ballots ballots, java.time.Clock clock) {
    this.ballots = ballots;
    this.zone = clock.getZone();
  }

  @Override
  public void execute(DelegateExecution execution) {
    Date lastDay = (Date) execution.getVariable(BallotProcess.REPEAT_DATE);
    execution.setVariable(
        BallotProcess.ROUND,
        ballots.repeat(
            (String) execution.getVariable(BallotProcess.ROUND),
            lastDay
                .toInstant()
                .atZone(zone)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant()));
  }
}
