package org.dangwu.ballot.round;

import java.util.List;
import java.util.Optional;
import org.dangwu.ballot.BallotPlan.BallotObject;
import org.dangwu.ballot.BallotRound;
import org.dangwu.ballot.Grade;

/**
 * The empty sheet that a voter sees (测评票).
 *
 * @param objects without the voter himself where nobody rates himself
 * @param grades with the abstention last
 */
public record BallotSheet(
    BallotRound round,
    List<BallotObject> objects,
    List<Grade> grades,
    Optional<Limit> limit,
    Standing standing) {

  /** Whether the voter may still vote. */
  public enum Standing {
    NOT_YET,
    OPEN,
    VOTED,
    OVER
  }

  /**
   * @param binding whether a sheet above it is refused
   */
  public record Limit(Grade grade, int most, boolean binding) {}
}
