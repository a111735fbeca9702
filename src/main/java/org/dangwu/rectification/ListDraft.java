package org.dangwu.rectification;

import java.util.List;

/**
 * A rectification list while it is written: incomplete rows may be saved, they must be complete
 * when the task is.
 *
 * @param revision grows with every save; 0 before the first
 * @param noneReason why nothing is to be rectified, else empty
 */
record ListDraft(int revision, List<Row> rows, String noneReason) {

  static final ListDraft EMPTY = new ListDraft(0, List.of(), "");

  /**
   * A row as typed; nothing is {@code null}.
   *
   * @param dueOn {@code yyyy-MM-dd} or empty
   * @param severity name of a {@link Severity}
   */
  record Row(
      String problem,
      String goal,
      String measures,
      String owner,
      String dueOn,
      String severity,
      String helpNeeded) {

    Row {
      problem = text(problem);
      goal = text(goal);
      measures = text(measures);
      owner = text(owner);
      dueOn = text(dueOn);
      severity = text(severity);
      helpNeeded = text(helpNeeded);
    }

    boolean isBlank() {
      return (problem + goal + measures + owner + dueOn + helpNeeded).isEmpty();
    }
  }

  ListDraft {
    rows = rows == null ? List.of() : List.copyOf(rows);
    noneReason = text(noneReason);
  }

  ListDraft withoutBlanks() {
    return new ListDraft(
        revision, rows.stream().filter(row -> !row.isBlank()).toList(), noneReason);
  }

  private static String text(String typed) {
    return typed == null ? "" : typed.strip();
  }
}
