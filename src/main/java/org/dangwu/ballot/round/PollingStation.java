package org.dangwu.ballot.round;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.dangwu.ballot.BallotPlan.BallotObject;
import org.dangwu.ballot.Grade;
import org.dangwu.ballot.Receipt;
import org.dangwu.ballot.RoundState;
import org.dangwu.ballot.box.GradeSeal;
import org.dangwu.ballot.round.BallotSheet.Standing;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where votes are cast (投票处). VoterRegister, box and task change in one transaction or not at all,
 * and a sheet sent again changes nothing.
 */
@Component
public class PollingStation {

  private static final int ATTEMPTS = 6;

  private final RoundStore rounds;
  private final VoterRegister register;
  private final BallotBox box;
  private final SheetRules rules;
  private final RoundTasks tasks;
  private final BallotSentences sentences;
  private final TransactionTemplate transaction;
  private final Clock clock;

  PollingStation(
      RoundStore rounds,
      VoterRegister register,
      BallotBox box,
      SheetRules rules,
      RoundTasks tasks,
      BallotSentences sentences,
      TransactionTemplate transaction,
      Clock clock) {
    this.rounds = rounds;
    this.register = register;
    this.box = box;
    this.rules = rules;
    this.tasks = tasks;
    this.sentences = sentences;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** The sheet of a person with an account, or empty when he receives none in this round. */
  public Optional<BallotSheet> sheetOf(String roundId, String voter) {
    return register
        .classOf(roundId, voter)
        .flatMap(of -> rounds.find(roundId))
        .map(round -> sheet(round, voter, register.hasVoted(roundId, voter)));
  }

  /** The sheet of a printed token, or empty when there is no such token. */
  public Optional<BallotSheet> sheetOfToken(String token) {
    return register
        .sheet(token)
        .flatMap(
            paper -> rounds.find(paper.roundId()).map(round -> sheet(round, null, paper.used())));
  }

  /**
   * @param choices object id → grade code
   * @throws org.dangwu.engine.SubmissionRefused when the sheet or the time is not right
   */
  public Receipt cast(String roundId, String voter, Map<String, String> choices) {
    BallotSheet sheet =
        sheetOf(roundId, voter).orElseThrow(() -> sentences.refusal("vote.notEligible"));
    String classCode = register.classOf(roundId, voter).orElseThrow();
    return cast(
        sheet,
        classCode,
        choices,
        round -> {
          register.enter(roundId, voter);
          return true;
        },
        round -> {
          String process = round.view().processInstanceId();
          if (process != null && !tasks.completeVote(process, voter)) {
            throw sentences.refusal("vote.over");
          }
        });
  }

  /**
   * @throws org.dangwu.engine.SubmissionRefused when token, sheet or time is not right
   */
  public Receipt castByToken(String token, Map<String, String> choices) {
    VoterRegister.Sheet paper =
        register.sheet(token).orElseThrow(() -> sentences.refusal("vote.noToken"));
    BallotSheet sheet = sheetOfToken(token).orElseThrow();
    return cast(
        sheet, paper.classCode(), choices, round -> register.use(paper.hash()), round -> {});
  }

  private Receipt cast(
      BallotSheet sheet,
      String classCode,
      Map<String, String> choices,
      java.util.function.Predicate<Round> enter,
      java.util.function.Consumer<Round> afterwards) {
    if (sheet.standing() == Standing.VOTED) {
      return Receipt.ALREADY_TAKEN;
    }
    String roundId = sheet.round().roundId();
    Round round = rounds.find(roundId).orElseThrow();
    refuseUnlessOpen(round);
    Map<String, String> checked = rules.checked(sheet, choices);
    List<BallotBox.Locked> rows =
        box.locked(
            GradeSeal.publicKey(round.publicKey()), roundId, drawer(roundId, classCode), checked);
    return again(
        () ->
            transaction.execute(
                status -> {
                  Round held = rounds.holdOpen(roundId).orElseThrow();
                  refuseUnlessOpen(held);
                  if (!enter.test(held)) {
                    return Receipt.ALREADY_TAKEN;
                  }
                  box.drop(roundId, rows);
                  afterwards.accept(held);
                  return Receipt.TAKEN;
                }));
  }

  /** Two requests of one voter may meet; then the loser waits or tries again, and finds himself. */
  private static Receipt again(Supplier<Receipt> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return work.get();
      } catch (DuplicateKeyException voted) {
        return Receipt.ALREADY_TAKEN;
      } catch (ConcurrencyFailureException busy) {
        if (attempt == ATTEMPTS) {
          throw busy;
        }
      }
    }
  }

  private void refuseUnlessOpen(Round round) {
    switch (standing(round, false)) {
      case NOT_YET -> throw sentences.refusal("vote.notYet");
      case OVER -> throw sentences.refusal("vote.over");
      default -> {
        // open
      }
    }
  }

  private Standing standing(Round round, boolean voted) {
    if (voted) {
      return Standing.VOTED;
    }
    if (round.state() == RoundState.PREPARED) {
      return Standing.NOT_YET;
    }
    boolean inTime = clock.instant().isBefore(round.view().dueAt());
    return round.state() == RoundState.OPEN && inTime ? Standing.OPEN : Standing.OVER;
  }

  private BallotSheet sheet(Round round, String voter, boolean voted) {
    List<Grade> grades = new ArrayList<>(rounds.grades(round.id()));
    Optional<BallotSheet.Limit> limit =
        round
            .quota()
            .flatMap(
                quota ->
                    grades.stream()
                        .filter(grade -> grade.code().equals(quota.gradeCode()))
                        .findFirst()
                        .map(grade -> new BallotSheet.Limit(grade, quota.most(), quota.binding())));
    grades.add(Grade.ABSTAIN);
    List<BallotObject> objects =
        rounds.objects(round.id()).stream()
            .filter(object -> round.rateSelf() || !object.id().equals(voter))
            .toList();
    return new BallotSheet(round.view(), objects, grades, limit, standing(round, voted));
  }

  private int drawer(String roundId, String classCode) {
    return rounds.classes(roundId).stream()
        .filter(row -> row.code().equals(classCode))
        .findFirst()
        .orElseThrow()
        .drawer();
  }
}
