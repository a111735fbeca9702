package org.dangwu.memberreview.outcome;

import java.util.Arrays;

/** What was chosen in a form. */
final class Choice {

  private Choice() {}

  /** The value of this name, or null when there is none. */
  static <E extends Enum<E>> E of(E[] values, String name) {
    return Arrays.stream(values).filter(v -> v.name().equals(name)).findFirst().orElse(null);
  }
}
