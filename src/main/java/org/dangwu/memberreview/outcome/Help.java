package org.dangwu.memberreview.outcome;

import java.time.LocalDate;

/**
 * How a member rated 基本合格 is helped (帮助教育计划, B24).
 *
 * @param dueOn day on which the progress is looked at
 * @param progress what was found then, empty before
 * @param outcome {@code null} before the first look
 */
record Help(
    String itemId,
    String gap,
    String measures,
    String helpers,
    LocalDate dueOn,
    String progress,
    Outcome outcome) {

  /** What was found. */
  public enum Outcome {
    DONE("已有改进，结束帮助"),
    AGAIN("还需帮助，调整计划");

    private final String label;

    Outcome(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
