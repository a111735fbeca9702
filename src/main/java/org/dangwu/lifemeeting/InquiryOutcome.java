package org.dangwu.lifemeeting;

/** How an inquiry by talk or letter ended (谈话函询结果, A14). */
enum InquiryOutcome {
  FAULT("存在问题"),
  REMINDED("已提醒谈话或者批评教育"),
  CLEARED("没有问题，予以采信了结");

  private final String label;

  InquiryOutcome(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
