package org.dangwu.archive.register;

/** What piece numbers (件号) run within: fonds, year, retention and department. */
public record PieceSeries(
    String fonds, String category, int year, String retention, String department) {

  /** The archive number (档号) of a piece by DA/T 22, e.g. {@code YL01-WS·2026-Y-BGS-0001}. */
  public String archiveNumber(int piece) {
    return "%s-%s·%d-%s-%s-%04d".formatted(fonds, category, year, retention, department, piece);
  }
}
