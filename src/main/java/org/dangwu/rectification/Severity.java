package org.dangwu.rectification;

/** How grave a problem is (问题程度); decides how soon delay is escalated (E32, A34). */
public enum Severity {
  ORDINARY("一般"),
  IMPORTANT("重要"),
  GRAVE("严重");

  private final String label;

  Severity(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
