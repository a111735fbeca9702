package org.dangwu.memberreview;

/** Where a member stands on the roster of a review. */
public enum RosterState {
  ACTIVE("参加评议"),
  /** A case is open: takes part, the grade waits until it is concluded (E21). */
  SUSPENDED("暂不评定等次"),
  /** Received by another branch before the ballot (E15). */
  TRANSFERRED("组织关系已转出"),
  /** Dead or no longer in the party (E23). */
  REMOVED("已不在名册"),
  /** Came after the ballot and takes no part this year (E16). */
  JOINED_LATE("不参加本年度评议");

  private final String label;

  RosterState(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
