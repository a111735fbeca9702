package org.dangwu.debriefing;

/** When the superior's secretary comments on the accounts (点评方式, C11). */
public enum CommentMode {
  ONE_BY_ONE("逐个点评"),
  COLLECTIVE("集中点评");

  private final String label;

  CommentMode(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
