package org.dangwu.debriefing;

/** Where a secretary stands in a run. */
public enum EntryState {
  ACTIVE("述职对象"),
  /** Left the post during the run; his successor gives the account (E25). */
  REPLACED("已由新任书记接替"),
  /** Came into the post during the run; adds a written part (E25). */
  ADDED("新任书记"),
  /** Gives no account this year. */
  REMOVED("不参加本年度述职");

  private final String label;

  EntryState(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** Whether he gives an account in this run. */
  public boolean debriefs() {
    return this == ACTIVE || this == ADDED;
  }
}
