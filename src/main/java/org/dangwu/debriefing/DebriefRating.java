package org.dangwu.debriefing;

import java.util.List;
import java.util.Optional;
import org.dangwu.ballot.BallotResults.Distribution;
import org.dangwu.ballot.BallotResults.GroupResult;

/**
 * The rating of one secretary (评议结果, C13).
 *
 * @param personId in the scope of the run, as in {@link DebriefEntry}
 * @param votes all ballots; empty unless {@link State#TOLD}
 * @param groups the same by groups of classes; empty unless at least two groups reach the threshold
 * @param index weighted points in hundredths (加权得分), empty when nothing may be told or no valid
 *     grade was given
 */
public record DebriefRating(
    String entryId,
    String personId,
    String name,
    String organizationName,
    State state,
    Optional<Distribution> votes,
    List<GroupResult> groups,
    Optional<Integer> index) {

  public DebriefRating {
    groups = List.copyOf(groups);
  }

  /** What may be told of a rating. */
  public enum State {
    TOLD("已公布"),
    /** Too few ballots, so that a voter might be found out. */
    SUPPRESSED("票数不足，不显示"),
    /** Rated, but the round is not yet confirmed. */
    OPEN("尚未确认计票"),
    NOT_RATED("未组织现场评议");

    private final String label;

    State(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
