package org.dangwu.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.dangwu.models.Proves;
import org.dangwu.models.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a ballot is valid, at the boundaries and against whole-number arithmetic. */
class BallotValidityTest {

  private static final Tables TABLES = new Tables();
  private static final DmnDecision TABLE = TABLES.table("shared", "ballot_validity");

  @Proves({"B11", "E11"})
  @ParameterizedTest
  @CsvSource({
    "25,25,0,true",
    "25,24,3,true",
    "25,26,0,false",
    "25,1,1,true",
    "25,0,0,false",
    "0,0,0,false",
    "25,3,4,false",
    "25,3,-1,false"
  })
  void atMostAsManyAsIssuedIsValidAndOneMoreIsVoid(
      int issued, int collected, int spoiled, boolean valid) {
    assertThat(row(issued, collected, spoiled, true, true))
        .containsEntry("valid", valid)
        .containsEntry("action", valid ? "CONFIRM" : "REPEAT");
  }

  @Proves("B11")
  @Property
  void theTableAgreesWithWholeNumberArithmetic(
      @ForAll @IntRange(min = -1, max = 200) int issued,
      @ForAll @IntRange(min = 0, max = 210) int collected,
      @ForAll @IntRange(min = 0, max = 210) int spoiled,
      @ForAll boolean intact,
      @ForAll boolean agree) {
    boolean valid =
        issued > 0
            && collected > 0
            && collected <= issued
            && spoiled <= collected
            && intact
            && agree;
    assertThat(row(issued, collected, spoiled, intact, agree)).containsEntry("valid", valid);
  }

  @Test
  void everyRowIsNeeded() {
    row(0, 0, 0, true, true);
    row(5, 6, 0, true, true);
    row(5, 5, 0, false, true);
    row(5, 5, -1, true, true);
    row(5, 5, 6, true, true);
    row(5, 5, 0, true, false);
    row(5, 0, 0, true, true);
    row(5, 5, 0, true, true);
    assertThat(TABLES.matched()).hasSize(8);
  }

  private static Map<String, Object> row(
      int issued, int collected, int spoiled, boolean intact, boolean agree) {
    return TABLES.row(
        TABLE,
        Map.of(
            "issued",
            issued,
            "collected",
            collected,
            "spoiled",
            spoiled,
            "intact",
            intact,
            "tellersAgree",
            agree));
  }
}
