package org.dangwu.memberreview.roster;

import java.util.Map;
import org.dangwu.memberreview.RosterState;

/** What the table {@code review_roster} answers about a member. */
record RosterVerdict(
    boolean participates,
    boolean canRate,
    boolean canVote,
    boolean getsGrade,
    boolean countsInBase,
    RosterState state,
    String reason) {

  static RosterVerdict of(Map<String, Object> row) {
    return new RosterVerdict(
        yes(row, "participates"),
        yes(row, "canRate"),
        yes(row, "canVote"),
        yes(row, "getsGrade"),
        yes(row, "countsInBase"),
        RosterState.valueOf((String) row.get("state")),
        (String) row.get("reason"));
  }

  /** The register may deny a vote that the table grants, never the other way round. */
  RosterVerdict limitedBy(boolean votingRight) {
    return new RosterVerdict(
        participates, canRate, canVote && votingRight, getsGrade, countsInBase, state, reason);
  }

  private static boolean yes(Map<String, Object> row, String output) {
    return Boolean.TRUE.equals(row.get(output));
  }
}
