package org.dangwu.organization;

import java.util.Arrays;
import java.util.Optional;

/** Whether a member lives away from the branch that keeps the relation (流动情况). */
public enum Mobility {
  NONE("否"),
  AWAY("流出"),
  GUEST("流入");

  private final String label;

  Mobility(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  public static Optional<Mobility> ofLabel(String label) {
    return Arrays.stream(values()).filter(value -> value.label.equals(label)).findFirst();
  }
}
