package org.dangwu.lifemeeting;

import java.util.List;

/**
 * The order of a meeting as it stands at one moment (会议议程, A20–A24): what is done, what is going
 * on, what comes next.
 *
 * @param steps in the order of the meeting, members in turn among them
 * @param away those who are not there
 */
record Agenda(List<Step> steps, List<Away> away) {

  /** The step that is going on. */
  public Step current() {
    return steps.stream().filter(step -> step.state() == State.NOW).findFirst().orElseThrow();
  }

  /** What follows the current step, or empty at the end. */
  public String nextTitle() {
    int now = steps.indexOf(current());
    return now + 1 < steps.size() ? steps.get(now + 1).title() : "";
  }

  /**
   * @param title what is done in it, for a member's turn his name
   * @param inTurn whether it is one member's turn
   */
  record Step(String title, String detail, boolean inTurn, State state) {}

  /**
   * A member who is not there.
   *
   * @param statement his written statement as pages show it
   * @param documentId its final version, or null
   */
  record Away(String name, String presence, String statement, String documentId) {}

  /** Where a step stands. */
  enum State {
    DONE("已完成"),
    NOW("正在进行"),
    NEXT("未开始");

    private final String label;

    State(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    /** For the style sheet. */
    public String style() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
