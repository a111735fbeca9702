package org.dangwu.desk;

import java.util.Map;
import java.util.Objects;
import org.dangwu.engine.DecisionTables;
import org.springframework.stereotype.Component;

/**
 * What the table {@code assembly_vote} says of a vote, for pages and guards that must know it
 * before the model does. The count is always of those due.
 */
@Component
public class Voting {

  public static final String TABLE = "assembly_vote";

  private final DecisionTables tables;

  Voting(DecisionTables tables) {
    this.tables = tables;
  }

  public int version() {
    return tables.version(TABLE);
  }

  /**
   * @param ruleSet GENERAL, STRICT, COMMITTEE or PARTYGROUP
   */
  public Verdict on(String ruleSet, int due, int present, int approve) {
    Map<String, Object> row =
        tables
            .first(
                TABLE,
                Map.of("ruleSet", ruleSet, "due", due, "present", present, "approve", approve))
            .orElseThrow();
    return new Verdict(
        Objects.toString(row.get("outcome")),
        ((Number) row.get("neededPresent")).intValue(),
        ((Number) row.get("neededApprove")).intValue(),
        Objects.toString(row.get("note"), ""));
  }

  /** The answer of the table. */
  public record Verdict(String outcome, int neededPresent, int neededApprove, String note) {

    public boolean passed() {
      return outcome.equals("PASSED");
    }

    public boolean noQuorum() {
      return outcome.equals("NO_QUORUM");
    }

    /** Whether the numbers cannot be. */
    public boolean refused() {
      return outcome.equals("REFUSED");
    }
  }
}
