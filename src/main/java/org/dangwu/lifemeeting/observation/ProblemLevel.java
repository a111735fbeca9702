package org.dangwu.lifemeeting.observation;

/**
 * How far a leading body has problems, as the organisation department judges it with the discipline
 * commission; decides by the table {@code dlm_supervision_level} how closely it is observed.
 */
enum ProblemLevel {
  NONE("未发现突出问题"),
  ATTENTION("有需要关注的问题"),
  PROMINENT("问题突出");

  private final String label;

  ProblemLevel(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
