package org.dangwu.organization.roster;

/**
 * One thing to say about a workbook.
 *
 * @param row as Excel counts, {@code null} when the whole sheet is meant
 * @param column header of the column, {@code null} when the whole row is meant
 */
public record Finding(Severity severity, String sheet, Integer row, String column, String message) {

  /** How much a finding weighs. */
  public enum Severity {
    ERROR("错误"),
    NOTE("提示");

    private final String label;

    Severity(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
