package org.dangwu.memberreview.grading;

import java.util.Comparator;
import java.util.Optional;
import org.dangwu.ballot.BallotResults;
import org.dangwu.ballot.BallotResults.ObjectResult;
import org.dangwu.ballot.BallotRound;
import org.dangwu.ballot.Ballots;
import org.dangwu.ballot.RoundKind;
import org.dangwu.ballot.RoundState;
import org.springframework.stereotype.Component;

/** The valid rounds of a run: after a repetition the last one. */
@Component
class CountedRounds {

  private final Ballots ballots;

  CountedRounds(Ballots ballots) {
    this.ballots = ballots;
  }

  Optional<BallotRound> members(String caseId) {
    return of(caseId, RoundKind.MEMBERS_ON_MEMBERS);
  }

  Optional<BallotRound> of(String caseId, RoundKind kind) {
    return ballots.ofCase(caseId).stream()
        .filter(round -> round.kind() == kind && round.state() == RoundState.CONFIRMED)
        .max(Comparator.comparingInt(BallotRound::attempt));
  }

  Optional<BallotResults> results(String caseId, RoundKind kind) {
    return of(caseId, kind).map(round -> ballots.results(round.roundId()));
  }

  boolean rated(BallotRound round, String objectId) {
    return result(ballots.results(round.roundId()), objectId).isPresent();
  }

  static Optional<ObjectResult> result(BallotResults results, String objectId) {
    return results.objects().stream().filter(of -> of.objectId().equals(objectId)).findFirst();
  }
}
