package org.dangwu.ballot.round;

import java.util.Optional;
import org.dangwu.ballot.BallotPlan.SheetQuota;
import org.dangwu.ballot.BallotRound;
import org.dangwu.ballot.RoundState;

/**
 * A round with what only this package needs.
 *
 * @param publicKey null unless open
 * @param wrappedKey null unless open
 * @param collected null until closed, as the three after it
 */
public record Round(
    BallotRound view,
    boolean rateSelf,
    Optional<SheetQuota> quota,
    byte[] publicKey,
    byte[] wrappedKey,
    int returnedSheets,
    Integer collected,
    Integer blank,
    Boolean intact,
    String tallyHash) {

  public String id() {
    return view.roundId();
  }

  public RoundState state() {
    return view.state();
  }
}
