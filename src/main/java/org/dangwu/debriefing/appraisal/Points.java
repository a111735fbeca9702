package org.dangwu.debriefing.appraisal;

import java.math.BigDecimal;

/** Points as people read them; computed and kept in hundredths, so that nothing is ever rounded. */
final class Points {

  private Points() {}

  /** {@code 9235} → {@code 92.35}. */
  static String text(int hundredths) {
    return BigDecimal.valueOf(hundredths, 2).toPlainString();
  }
}
