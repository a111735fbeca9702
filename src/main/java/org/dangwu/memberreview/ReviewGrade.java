package org.dangwu.memberreview;

/** Grade of a member in the review (评定等次). The codes are those of the ballot. */
public enum ReviewGrade {
  EXCELLENT("优秀"),
  QUALIFIED("合格"),
  BASIC("基本合格"),
  UNQUALIFIED("不合格"),
  /** No grade this year, such as while a case is open (E21). */
  NONE("暂不评定等次");

  private final String label;

  ReviewGrade(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
