package org.dangwu.debriefing;

/** Grade of a secretary (综合评价等次, C14). The codes are those of the ballot. */
public enum SecretaryGrade {
  GOOD("好"),
  FAIRLY_GOOD("较好"),
  FAIR("一般"),
  POOR("差");

  private final String label;

  SecretaryGrade(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
