package org.dangwu.debriefing.appraisal;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dangwu.debriefing.SecretaryGrade;
import org.dangwu.engine.DecisionTables;
import org.springframework.stereotype.Component;

/**
 * How the grades together stand to the share of 好 that the plan allows (C15). Counts only; never an
 * order of persons.
 */
@Component("debriefDistribution")
class Distribution {

  private static final String TABLE = "grade_distribution";

  private final PlanFigures figures;
  private final DecisionTables tables;

  Distribution(PlanFigures figures, DecisionTables tables) {
    this.figures = figures;
    this.tables = tables;
  }

  /** What the table says of these grades. */
  Share of(String caseId, Collection<Optional<SecretaryGrade>> grades) {
    int good =
        (int) grades.stream().filter(one -> one.equals(Optional.of(SecretaryGrade.GOOD))).count();
    int percent = figures.maxGoodPercent(caseId);
    Map<String, Object> row =
        tables
            .first(TABLE, Map.of("total", grades.size(), "good", good, "maxGoodPercent", percent))
            .orElseThrow();
    return new Share(
        grades.size(),
        good,
        percent,
        Objects.toString(row.get("status")),
        ((Number) row.get("most")).intValue(),
        Objects.toString(row.get("note"), ""),
        tables.version(TABLE));
  }

  /**
   * The answer of the table.
   *
   * @param total how many receive a grade
   * @param percent how many of a hundred may be 好 at most
   * @param most how many that are here
   */
  public record Share(
      int total, int good, int percent, String status, int most, String note, int version) {

    boolean holds() {
      return status.equals("OK");
    }
  }
}
