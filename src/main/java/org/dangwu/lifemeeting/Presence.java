package org.dangwu.lifemeeting;

/** Whether a member due was there. Only {@link #PRESENT} counts towards the quorum (A19). */
enum Presence {
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
