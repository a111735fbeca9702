package org.dangwu.lifemeeting.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dangwu.lifemeeting.observation.Lots.Lot;
import org.dangwu.models.Proves;
import org.junit.jupiter.api.Test;

/** The draw by lot follows from seed and candidates alone. */
class LotsTest {

  private static final List<String> BODIES =
      IntStream.rangeClosed(1, 12).mapToObj("YL%02d"::formatted).toList();

  @Proves("A17")
  @Test
  void digestIsThatOfSha256sum() {
    assertThat(Lots.digest("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Proves("A17")
  @Test
  void smallestDigestsAreDrawnWhateverTheOrderOfTheList() {
    List<Lot> lots = Lots.draw("seed", BODIES, 3);
    assertThat(lots).extracting(Lot::digest).isSorted();
    assertThat(lots).filteredOn(Lot::drawn).extracting(Lot::place).containsExactly(1, 2, 3);
    assertThat(Lots.draw("seed", reversed(BODIES), 3)).isEqualTo(lots);
    assertThat(Lots.draw("another", BODIES, 3)).isNotEqualTo(lots);
  }

  @Proves("A17")
  @Test
  void everyBodyIsDrawnAboutAsOftenAsEveryOther() {
    Map<String, Integer> drawn = new HashMap<>();
    for (int i = 0; i < 6000; i++) {
      Lots.draw("seed" + i, BODIES, 2).stream()
          .filter(Lot::drawn)
          .forEach(lot -> drawn.merge(lot.code(), 1, Integer::sum));
    }
    assertThat(drawn).hasSize(12);
    assertThat(drawn.values()).allSatisfy(times -> assertThat(times).isBetween(850, 1150));
  }

  @Test
  void notMoreAreDrawnThanThereAre() {
    assertThatThrownBy(() -> Lots.draw("seed", BODIES, 13))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Lots.draw("seed", BODIES, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<String> reversed(List<String> bodies) {
    List<String> reversed = new java.util.ArrayList<>(bodies);
    java.util.Collections.reverse(reversed);
    return reversed;
  }
}
