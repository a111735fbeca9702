package org.dangwu.organization;

import java.util.Arrays;
import java.util.Optional;

/** Special circumstance that decides whether a member is counted or excused (特殊情况). */
public enum Circumstance {
  NONE("无"),
  LONG_ILLNESS("长期病休"),
  ABROAD("出国出境"),
  SECONDED("借调"),
  TEMPORARY_POST("挂职"),
  STUDY("脱产学习"),
  FRAIL("年老体弱");

  private final String label;

  Circumstance(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  public static Optional<Circumstance> ofLabel(String label) {
    return Arrays.stream(values()).filter(value -> value.label.equals(label)).findFirst();
  }
}
