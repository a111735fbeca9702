package org.dangwu.debriefing.session;

/** As what somebody comes to the session (参会身份); the first that applies. */
public enum Capacity {
  SPEAKER("现场述职人"),
  WRITTEN("书面述职人"),
  MEMBER("党委（党组）成员"),
  PARTICIPANT("参加评议人员");

  private final String label;

  Capacity(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** Whether his absence needs a reason in the record. */
  boolean isDue() {
    return this == SPEAKER || this == MEMBER;
  }
}
