package org.dangwu.memberreview.year;

/** How the committee dealt with a branch that had not finished; silence decides nothing (B01). */
enum Decision {
  ORDER("责令限期完成"),
  CONSENT("同意延期"),
  EXEMPT("不单独开展");

  private final String label;

  Decision(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
