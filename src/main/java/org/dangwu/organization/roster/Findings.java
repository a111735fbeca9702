package org.dangwu.organization.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dangwu.organization.roster.Finding.Severity;
import org.springframework.context.MessageSource;

/** Collects what is to be said about a workbook, errors without end but kept in bounded memory. */
final class Findings {

  static final int KEPT = 5_000;

  private final MessageSource messages;
  private final List<Finding> kept = new ArrayList<>();
  private int errors;
  private int notes;

  Findings(MessageSource messages) {
    this.messages = messages;
  }

  void error(RosterSheet sheet, Integer row, String column, String key, Object... arguments) {
    errors++;
    keep(Severity.ERROR, sheet == null ? "工作簿" : sheet.title(), row, column, key, arguments);
  }

  void note(RosterSheet sheet, Integer row, String column, String key, Object... arguments) {
    notes++;
    keep(Severity.NOTE, sheet == null ? "工作簿" : sheet.title(), row, column, key, arguments);
  }

  boolean hasErrors() {
    return errors > 0;
  }

  int errors() {
    return errors;
  }

  /** How many findings were counted but not kept. */
  int dropped() {
    return errors + notes - kept.size();
  }

  /** Errors first, then in the order of the sheets and rows. */
  List<Finding> list() {
    return kept.stream()
        .sorted(
            java.util.Comparator.comparing(Finding::severity)
                .thenComparing(finding -> sheetOrder(finding.sheet()))
                .thenComparing(finding -> finding.row() == null ? 0 : finding.row()))
        .toList();
  }

  private static int sheetOrder(String title) {
    for (RosterSheet sheet : RosterSheet.values()) {
      if (sheet.title().equals(title)) {
        return sheet.ordinal();
      }
    }
    return -1;
  }

  private void keep(
      Severity severity,
      String sheet,
      Integer row,
      String column,
      String key,
      Object... arguments) {
    if (kept.size() < KEPT) {
      Object[] texts = new Object[arguments.length];
      for (int i = 0; i < arguments.length; i++) {
        texts[i] = String.valueOf(arguments[i]);
      }
      String message =
          messages.getMessage("organization.import." + key, texts, Locale.SIMPLIFIED_CHINESE);
      kept.add(new Finding(severity, sheet, row, column, message));
    }
  }
}
