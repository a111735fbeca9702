package org.dangwu.verification;

import java.util.Arrays;
import java.util.Optional;

/** What came out of a verification (核实结论). */
public enum Conclusion {
  CONFIRMED("属实"),
  PARTLY("部分属实"),
  NOT_CONFIRMED("不属实");

  private final String label;

  Conclusion(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  public static Optional<Conclusion> ofName(String name) {
    return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
  }
}
