package org.dangwu.organization;

import java.util.Arrays;
import java.util.Optional;

/** Party discipline in force (党纪处分). */
public enum Sanction {
  NONE("无"),
  WARNING("警告"),
  SERIOUS_WARNING("严重警告"),
  REMOVAL_FROM_POST("撤销党内职务"),
  PROBATION_WITHIN_PARTY("留党察看");

  private final String label;

  Sanction(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  public static Optional<Sanction> ofLabel(String label) {
    return Arrays.stream(values()).filter(value -> value.label.equals(label)).findFirst();
  }
}
