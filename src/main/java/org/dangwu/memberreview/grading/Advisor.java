package org.dangwu.memberreview.grading;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.dangwu.ballot.Ballots;
import org.dangwu.engine.DecisionTables;
import org.dangwu.memberreview.ReviewGrade;
import org.dangwu.verification.Conclusion;
import org.dangwu.verification.Verification;
import org.dangwu.verification.Verifications;
import org.springframework.stereotype.Component;

/**
 * Asks the table for an advisory grade (B15). The votes are put to it inside the ballot module, so
 * that they stay there also where they are too few to be shown.
 */
@Component
class Advisor {

  static final String TABLE = "grade_suggestion";

  private final Ballots ballots;
  private final CountedRounds rounds;
  private final Verifications verifications;
  private final DecisionTables tables;

  Advisor(
      Ballots ballots, CountedRounds rounds, Verifications verifications, DecisionTables tables) {
    this.ballots = ballots;
    this.rounds = rounds;
    this.verifications = verifications;
    this.tables = tables;
  }

  /**
   * @param refused whether the member refused to hand in his summary (E22)
   * @return empty while facts are missing, or when there is no valid ballot on him
   */
  Optional<Advice> on(Item item, boolean refused) {
    if (item.dues() == null || item.organisationLife() == null) {
      return Optional.empty();
    }
    return rounds
        .members(item.caseId())
        .filter(round -> rounds.rated(round, item.personId()))
        .flatMap(round -> asked(round.roundId(), item, refused));
  }

  private Optional<Advice> asked(String round, Item item, boolean refused) {
    Map<String, Object> inputs = new TreeMap<>();
    inputs.put("indicators", standing(item).size());
    inputs.put("organisationLife", item.organisationLife().name());
    inputs.put("dues", item.dues().name());
    inputs.put("selfSummary", refused ? "REFUSED" : "HANDED_IN");
    return ballots
        .outcome(round, item.personId(), TABLE, inputs)
        .map(
            row ->
                new Advice(
                    ItemBook.of(
                        ReviewGrade.values(), Objects.toString(row.get("suggestion"), null)),
                    Boolean.TRUE.equals(row.get("mustVerify")),
                    Objects.toString(row.get("note"), ""),
                    inputs + ", round=" + round,
                    tables.version(TABLE)));
  }

  /** Indicators that were not disproved. */
  private List<String> standing(Item item) {
    boolean disproved =
        concluded(item).filter(found -> found.conclusion() == Conclusion.NOT_CONFIRMED).isPresent();
    return disproved ? List.of() : item.indicators();
  }

  /** The verification of the member that has come to a conclusion. */
  Optional<Verification> concluded(Item item) {
    return item.verification()
        .flatMap(verifications::find)
        .filter(found -> found.conclusion() != null);
  }
}
