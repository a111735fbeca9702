package org.dangwu.organization;

import java.util.Arrays;
import java.util.Optional;

/** State of the organisational relation (组织关系) with the branch. */
public enum Relation {
  HELD("在册"),
  IN_TRANSFER("转出未接收");

  private final String label;

  Relation(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  public static Optional<Relation> ofLabel(String label) {
    return Arrays.stream(values()).filter(value -> value.label.equals(label)).findFirst();
  }
}
