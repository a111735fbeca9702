package org.dangwu.memberreview.outcome;

import java.time.Instant;

/**
 * Material that goes into somebody's file (归入干部人事档案、党员档案的材料, B27).
 *
 * @param fileClass class of the cadre file, empty for the member file
 * @param receivedAt when the archivist had it, {@code null} before
 */
record PersonnelEntry(
    String entryId,
    String caseId,
    String organization,
    int year,
    String personName,
    Target target,
    String fileClass,
    String note,
    String receivedBy,
    Instant receivedAt) {

  /** Which file. */
  enum Target {
    CADRE("干部人事档案"),
    MEMBER("党员档案"),
    NONE("不入个人档案");

    private final String label;

    Target(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
