package org.dangwu.memberreview.grading;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the ballots of a run are to be held (测评安排, B10–B14).
 *
 * @param dueOn last day of voting
 * @param sheets single-use sheets for the masses' poll, 0 when there is none (B13)
 * @param rounds ids of the prepared rounds, empty before
 */
public record BallotArrangement(
    LocalDate dueOn,
    List<String> tellers,
    String recorder,
    boolean onPaper,
    boolean committeeReview,
    int sheets,
    Scope scope,
    Rounds rounds) {

  public BallotArrangement {
    tellers = List.copyOf(tellers);
  }

  /** On whom the masses are asked (B13). */
  public enum Scope {
    MEMBERS("对党员的评价"),
    BRANCH("对党支部工作的评价");

    private final String label;

    Scope(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** Ids of prepared rounds; {@code null} for those not held. */
  public record Rounds(String members, String committee, String masses) {
    static final Rounds NONE = new Rounds(null, null, null);

    Stream<String> held() {
      return Stream.of(members, committee, masses).filter(java.util.Objects::nonNull);
    }

    public Optional<String> ofMasses() {
      return Optional.ofNullable(masses);
    }
  }

  BallotArrangement with(Rounds prepared) {
    return new BallotArrangement(
        dueOn, tellers, recorder, onPaper, committeeReview, sheets, scope, prepared);
  }
}
