package org.dangwu.debriefing.appraisal;

import java.util.Map;
import java.util.Objects;
import org.dangwu.engine.DecisionTables;
import org.springframework.stereotype.Component;

/**
 * What the table {@code assembly_vote} says of a vote of a committee (PARTYGROUP, C16): at least
 * half of those due are there, more than half of those due approve.
 */
@Component("debriefStudyVote")
class StudyVote {

  static final String TABLE = "assembly_vote";

  private final DecisionTables tables;

  StudyVote(DecisionTables tables) {
    this.tables = tables;
  }

  int version() {
    return tables.version(TABLE);
  }

  Verdict on(int due, int present, int approve) {
    Map<String, Object> row =
        tables
            .first(
                TABLE,
                Map.of("ruleSet", "PARTYGROUP", "due", due, "present", present, "approve", approve))
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

    boolean noQuorum() {
      return outcome.equals("NO_QUORUM");
    }

    boolean refused() {
      return outcome.equals("REFUSED");
    }
  }
}
