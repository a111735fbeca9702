package org.dangwu.debriefing.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.dangwu.debriefing.rating.WeightedIndex.Part;
import org.dangwu.models.Proves;
import org.junit.jupiter.api.Test;

class WeightedIndexTest {

  private static final Map<String, Integer> POINTS =
      Map.of("GOOD", 100, "FAIRLY_GOOD", 80, "FAIR", 60, "POOR", 40);

  private static Part part(int weight, int good, int fairlyGood, int abstained) {
    return new Part(Map.of("GOOD", good, "FAIRLY_GOOD", fairlyGood, "ABSTAIN", abstained), weight);
  }

  @Test
  @Proves("C13")
  void aClassCountsByItsWeightHoweverManyVoted() {
    // 30 % × 100 + 70 % × 80 = 86.00
    assertThat(WeightedIndex.of(List.of(part(30, 5, 0, 0), part(70, 0, 50, 0)), POINTS))
        .contains(8600);
  }

  @Test
  void abstentionsNeitherRaiseNorLowerIt() {
    assertThat(WeightedIndex.of(List.of(part(100, 3, 3, 40)), POINTS)).contains(9000);
  }

  @Test
  void itIsRoundedOnceAndHalfUp() {
    // (2 × 100 + 80) / 3 = 93.333…; twice a third and once two thirds of 20 give no drift
    assertThat(WeightedIndex.of(List.of(part(1, 2, 1, 0)), POINTS)).contains(9333);
    assertThat(WeightedIndex.of(List.of(part(1, 1, 2, 0)), POINTS)).contains(8667);
    assertThat(WeightedIndex.of(List.of(part(50, 2, 1, 0), part(50, 1, 2, 0)), POINTS))
        .contains(9000);
    // 80 + 20 × 5 / 800 = 80.125
    assertThat(WeightedIndex.of(List.of(part(1, 5, 795, 0)), POINTS)).contains(8013);
  }

  @Test
  void aGroupThatOnlyAbstainedOrHasNoWeightDoesNotCount() {
    assertThat(WeightedIndex.of(List.of(part(60, 0, 0, 9), part(40, 0, 4, 0)), POINTS))
        .contains(8000);
    assertThat(WeightedIndex.of(List.of(part(0, 9, 0, 0), part(40, 0, 4, 0)), POINTS))
        .contains(8000);
    assertThat(WeightedIndex.of(List.of(part(60, 0, 0, 9)), POINTS)).isEmpty();
    assertThat(WeightedIndex.of(List.of(), POINTS)).isEmpty();
  }
}
