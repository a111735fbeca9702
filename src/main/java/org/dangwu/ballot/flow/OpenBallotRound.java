package org.dangwu.ballot.flow;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.dangwu.ballot.BallotProcess;
import org.dangwu.ballot.BallotRound;
import org.dangwu.ballot.Ballots;
import org.dangwu.engine.ModelBean;

/** Starts the vote and hands its routing facts to the process (B10). */
@ModelBean("openBallotRound")
class OpenBallotRound implements JavaDelegate {

  private static final String YES = "YES";
  private static final String NO = "NO";

  private final Ballots ballots;

  OpenBallotRound(Ballots ballots) {
    this.ballots = ballots;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String id = (String) execution.getVariable(BallotProcess.ROUND);
    ballots.open(id, execution.getProcessInstanceId());
    BallotRound round = ballots.find(id).orElseThrow();
    List<String> voters = ballots.voters(id);
    execution.setVariable(BallotProcess.VOTERS, json(voters));
    List<String> tellers = ballots.tellers(id);
    execution.setVariable(BallotProcess.TELLERS, json(tellers));
    execution.setVariable(BallotProcess.CHIEF_TELLER, tellers.get(0));
    execution.setVariable(BallotProcess.DUE_DATE, Date.from(round.dueAt()));
    execution.setVariable(BallotProcess.TITLE, round.title());
    execution.setVariable(BallotProcess.KIND, round.kind().label());
    execution.setVariable(BallotProcess.RECORDER, round.recorder());
    execution.setVariable(BallotProcess.ON_PAPER, round.onPaper() ? YES : NO);
    execution.setVariable(
        BallotProcess.OUTSTANDING, round.onPaper() || ballots.sheetsPlanned(id) > 0 ? YES : NO);
  }

  private static Object json(List<String> ids) {
    return Variables.objectValue(new ArrayList<>(ids))
        .serializationDataFormat(Variables.SerializationDataFormats.JSON)
        .create();
  }
}
