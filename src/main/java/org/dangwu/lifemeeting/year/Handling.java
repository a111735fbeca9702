package org.dangwu.lifemeeting.year;

import java.time.LocalDate;

/**
 * How the superior dealt with a body that had not met in time (A02).
 *
 * @param until day until which it is to meet
 */
record Handling(Decision decision, LocalDate until) {

  /** What was decided; silence decides nothing. */
  enum Decision {
    ORDER("责令限期召开"),
    CONSENT("同意延期");

    private final String label;

    Decision(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }
}
