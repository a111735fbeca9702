package org.dangwu.lifemeeting;

/**
 * Whether somebody due at a meeting was there (到会情况). Only {@link #PRESENT} counts towards a quorum
 * (A19).
 */
public enum Presence {
  PRESENT("到会"),
  LEAVE("请假"),
  ABSENT("缺席");

  private final String label;

  Presence(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
