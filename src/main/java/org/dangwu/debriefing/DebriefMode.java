package org.dangwu.debriefing;

/** How a secretary gives his account (述职方式, C03). */
public enum DebriefMode {
  ONSITE("现场述职"),
  WRITTEN("书面述职");

  private final String label;

  DebriefMode(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
