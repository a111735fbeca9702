package org.dangwu.debriefing.session;

/** Whether somebody came to the session. */
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
