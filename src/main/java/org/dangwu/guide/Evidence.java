package org.dangwu.guide;

/** How well a rule is founded (依据性质). */
public enum Evidence {
  /** The regulation itself says so. */
  REGULATION("法规规定"),
  /** Units do it so; the regulation does not ask for it. */
  PRACTICE("实践做法"),
  /** Follows from no text that is known; an office may decide otherwise. */
  SUGGESTION("系统建议");

  private final String label;

  Evidence(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
