package org.dangwu.memberreview.grading;

/** Where the grade of one member stands. */
public enum ItemState {
  OPEN("待研究"),
  /** The committee has proposed a grade (支委会初步意见). */
  PROPOSED("已提出初步意见"),
  /** Facts are still being looked into, the grade is held open (E13). */
  PENDING("核实未结，等次暂缓"),
  CARRIED("党员大会已通过"),
  NOT_CARRIED("党员大会未通过"),
  /** The superior sent it back (B20, E14). */
  RETURNED("上级退回，重新研究"),
  APPROVED("上级已批准"),
  /** The grade stands and the member may be told. */
  SETTLED("已确定"),
  /** The member left the roster or is not graded this year (E15, E21, E23). */
  REMOVED("本年度不评定");

  private final String label;

  ItemState(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** Whether the committee may still change the grade. */
  boolean isOpen() {
    return this == OPEN || this == PROPOSED || this == PENDING || this == RETURNED;
  }
}
