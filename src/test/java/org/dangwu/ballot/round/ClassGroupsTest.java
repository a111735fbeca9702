package org.dangwu.ballot.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.dangwu.models.Proves;
import org.junit.jupiter.api.Test;

/** Small classes are never shown, and never follow from what is shown. */
class ClassGroupsTest {

  @Property
  void everyGroupReachesTheThresholdOrThereIsOnlyOne(
      @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 40) Integer> sizes,
      @ForAll @IntRange(min = 2, max = 12) int threshold) {
    List<Integer> groups = ClassGroups.merged(sizes, threshold);
    Map<Integer, Integer> sums = new HashMap<>();
    for (int i = 0; i < sizes.size(); i++) {
      sums.merge(groups.get(i), sizes.get(i), Integer::sum);
    }
    assertThat(groups).hasSameSizeAs(sizes);
    if (sums.size() > 1) {
      // the groups partition the whole, so that a difference is a union of groups, never less
      assertThat(sums.values()).allMatch(sum -> sum >= threshold);
    }
  }

  @Property
  void classesThatAreLargeEnoughStayApartWhenNobodyNeedsThem(
      @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 5, max = 40) Integer> sizes) {
    assertThat(new HashSet<>(ClassGroups.merged(sizes, 5))).hasSameSizeAs(sizes);
  }

  @Proves("C12")
  @Test
  void aSmallClassTakesTheNextSmallestAlong() {
    assertThat(ClassGroups.merged(List.of(20, 3, 8), 5)).containsExactly(1, 0, 0);
    assertThat(ClassGroups.merged(List.of(20, 3, 2), 5)).containsExactly(1, 0, 0);
    assertThat(ClassGroups.merged(List.of(3, 1), 5)).containsExactly(0, 0);
  }
}
