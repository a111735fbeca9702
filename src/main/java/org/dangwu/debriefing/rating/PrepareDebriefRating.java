package org.dangwu.debriefing.rating;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.debriefing.DebriefingProcess;
import org.dangwu.engine.ModelBean;

/** Prepares the round of the session and hands its id to the run; empty where nobody rates. */
@ModelBean("prepareDebriefRating")
class PrepareDebriefRating implements JavaDelegate {

  private final RatingRounds rounds;

  PrepareDebriefRating(RatingRounds rounds) {
    this.rounds = rounds;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Optional<String> round =
        rounds.prepare(
            (String) execution.getVariable(DebriefingProcess.CASE_ID),
            (String) execution.getVariable(DebriefingProcess.ORGANIZATION),
            (Integer) execution.getVariable(DebriefingProcess.YEAR));
    execution.setVariable(DebriefingProcess.RATING_ROUND, round.orElse(""));
    execution.setVariable(
        DebriefingProcess.HAS_RATING,
        round.isPresent() ? DebriefingProcess.YES : DebriefingProcess.NO);
  }
}
