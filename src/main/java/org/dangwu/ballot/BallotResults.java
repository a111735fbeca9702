package org.dangwu.ballot;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What may be told of a counted round (测评结果). Electronic and paper ballots stand side by side. */
public record BallotResults(
    BallotRound round,
    BallotCounts counts,
    List<Grade> grades,
    List<ObjectResult> objects,
    String tallyHash) {

  /**
   * @param distribution empty when fewer ballots than the threshold came in
   * @param groups the same by groups of classes; empty unless there are at least two groups, each
   *     of which reaches the threshold
   */
  public record ObjectResult(
      String objectId, String name, Optional<Distribution> distribution, List<GroupResult> groups) {

    public boolean suppressed() {
      return distribution.isEmpty();
    }
  }

  /**
   * @param classCodes classes counted together; small classes are never shown alone
   */
  public record GroupResult(List<String> classCodes, String label, Distribution distribution) {}

  /**
   * @param votes grade code → votes, in the order of the scale, abstention last
   */
  public record Distribution(int ballots, Map<String, Integer> votes) {}
}
