package org.dangwu.debriefing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.dangwu.models.Tables;

/** The share of good grades is kept in whole numbers, whatever the size of the county. */
class GradeDistributionPropertiesTest {

  private static final int LARGEST = 300;

  /** Parsed once: a property test makes a new object for every try. */
  private static final Tables TABLES = new Tables();

  private static final DmnDecision DISTRIBUTION = TABLES.table("debriefing", "grade_distribution");

  @Property
  void shareAgreesWithWholeNumberArithmetic(
      @ForAll @IntRange(min = -1, max = LARGEST) int total,
      @ForAll @IntRange(min = -1, max = LARGEST + 1) int good,
      @ForAll @IntRange(min = -1, max = 101) int percent) {
    boolean possible = percent >= 0 && percent < 100 && total > 0 && good >= 0 && good <= total;
    String status = !possible ? "REFUSED" : 100 * good <= percent * total ? "OK" : "EXCEEDS";
    assertThat(row(total, good, percent)).containsEntry("status", status);
  }

  @Property
  void theFigureNamedAsMostIsTheLargestThatIsAccepted(
      @ForAll @IntRange(min = 1, max = LARGEST) int total,
      @ForAll @IntRange(max = 99) int percent) {
    int most = (int) row(total, 0, percent).get("most");
    assertThat(row(total, most, percent)).containsEntry("status", "OK");
    assertThat(most).isLessThan(total);
    assertThat(row(total, most + 1, percent)).containsEntry("status", "EXCEEDS");
  }

  private static Map<String, Object> row(int total, int good, int percent) {
    return TABLES.row(
        DISTRIBUTION, Map.of("total", total, "good", good, "maxGoodPercent", percent));
  }
}
