package org.dangwu.memberreview.year;

/** Where a branch stands in the year. */
enum BranchState {
  NOT_STARTED("未启动", false),
  BLOCKED("未能启动", false),
  RUNNING("办理中", false),
  FILED("已归档", true),
  EXEMPT("不单独开展", true),
  TERMINATED("已终止", true),
  POSTPONED("经同意延期", false),
  ORDERED("责令限期完成", false);

  private final String label;
  private final boolean settled;

  BranchState(String label, boolean settled) {
    this.label = label;
    this.settled = settled;
  }

  String label() {
    return label;
  }

  /** Whether nothing more is asked of the branch. */
  boolean isSettled() {
    return settled;
  }

  /** Whether a day was set for it that has not passed. */
  boolean isWaiting() {
    return this == POSTPONED || this == ORDERED;
  }
}
