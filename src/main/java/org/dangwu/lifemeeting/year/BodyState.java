package org.dangwu.lifemeeting.year;

/** Where a body stands in the year. */
public enum BodyState {
  NOT_STARTED("未启动", false),
  BLOCKED("未能启动", false),
  RUNNING("办理中", false),
  HELD("已召开", true),
  POSTPONED("经同意延期", true),
  ORDERED("责令限期召开", false);

  private final String label;
  private final boolean settled;

  BodyState(String label, boolean settled) {
    this.label = label;
    this.settled = settled;
  }

  public String label() {
    return label;
  }

  /** Whether nothing more is asked of the body: it met, or its superior agreed to a later day. */
  boolean isSettled() {
    return settled;
  }
}
