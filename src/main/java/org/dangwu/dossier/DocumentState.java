package org.dangwu.dossier;

/** Where a version of a document stands. */
public enum DocumentState {
  /** 草稿: being written through an open task. */
  DRAFT("草稿"),
  /** 定稿: its task was completed; read-only from then on. */
  FINAL("定稿");

  private final String label;

  DocumentState(String label) {
    this.label = label;
  }

  /** The Chinese label. */
  public String label() {
    return label;
  }
}
