package org.dangwu.ballot.flow;

import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import org.dangwu.ballot.BallotProcess;
import org.dangwu.ballot.Ballots;
import org.dangwu.ballot.round.BallotSentences;
import org.dangwu.ballot.round.BallotSheet.Standing;
import org.dangwu.ballot.round.PaperBook;
import org.dangwu.ballot.round.PollingStation;
import org.dangwu.ballot.round.Signatures;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Nobody gets past a step of a ballot without having done it on its page, and tellers only. */
@Component
class BallotGuard implements CompletionGuard {

  private final ObjectProvider<PollingStation> station;
  private final ObjectProvider<Ballots> ballots;
  private final PaperBook paper;
  private final Signatures signatures;
  private final BallotSentences sentences;
  private final Clock clock;

  BallotGuard(
      ObjectProvider<PollingStation> station,
      ObjectProvider<Ballots> ballots,
      PaperBook paper,
      Signatures signatures,
      BallotSentences sentences,
      Clock clock) {
    this.station = station;
    this.ballots = ballots;
    this.paper = paper;
    this.signatures = signatures;
    this.sentences = sentences;
    this.clock = clock;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    if (!task.processDefinitionKey().equals(BallotProcess.KEY)) {
      return;
    }
    String round = (String) task.variable(BallotProcess.ROUND);
    String person = task.assignee().orElse("");
    switch (task.elementId()) {
      case BallotProcess.Tasks.CAST -> voted(round, person);
      case BallotProcess.Tasks.CLOSE -> teller(round, person);
      case BallotProcess.Tasks.PAPER -> {
        teller(round, person);
        if (paper.find(round).isEmpty()) {
          throw sentences.refusal("paper.missing");
        }
      }
      case BallotProcess.Tasks.CONFIRM -> {
        teller(round, person);
        if (signatures.of(round).stream().noneMatch(s -> s.personId().equals(person))) {
          throw sentences.refusal("sign.missing");
        }
      }
      case BallotProcess.Tasks.SCHEDULE -> later(task);
      default -> {
        // a step that a process owner added
      }
    }
  }

  private void voted(String round, String person) {
    Optional<Standing> standing =
        station.getObject().sheetOf(round, person).map(sheet -> sheet.standing());
    if (standing.filter(Standing.VOTED::equals).isEmpty()) {
      throw sentences.refusal("vote.onPage");
    }
  }

  private void teller(String round, String person) {
    if (!ballots.getObject().tellers(round).contains(person)) {
      throw sentences.refusal("teller.only");
    }
  }

  private void later(CompletingTask task) {
    Date lastDay = (Date) task.variable(BallotProcess.REPEAT_DATE);
    boolean future =
        lastDay != null
            && !lastDay
                .toInstant()
                .atZone(clock.getZone())
                .toLocalDate()
                .isBefore(java.time.LocalDate.now(clock));
    if (!future) {
      throw sentences.refusal("repeat.date");
    }
  }
}
