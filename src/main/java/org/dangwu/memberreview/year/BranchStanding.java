package org.dangwu.memberreview.year;

import java.time.LocalDate;

/**
 * Where one branch stands: steps and days, nothing of what is said or decided there.
 *
 * @param day when it filed, or until when it was put off or ordered to finish; null otherwise
 * @param due day by which it is to be finished
 * @param step name of the stage it is in, or null
 * @param reason why its review could not be started, or null
 * @param runCase case of its run, or null
 * @param number business key of its run, or null
 */
public record BranchStanding(
    String code,
    String name,
    BranchState state,
    LocalDate day,
    LocalDate due,
    String step,
    String reason,
    String runCase,
    String number,
    boolean overdue) {

  boolean isOpen() {
    return !state.isSettled() && !state.isWaiting();
  }

  /** Whether the reason keeps it from starting at all. */
  public boolean isBlocked() {
    return state == BranchState.BLOCKED;
  }

  /** Whether nothing more is asked of it. */
  public boolean isSettled() {
    return state.isSettled();
  }

  /** Name of the state with its day, as in a list. */
  public String text() {
    return switch (state) {
      case FILED -> day == null ? "已完成" : "%s（%s）".formatted(state.label(), day);
      case POSTPONED -> "%s（至%s）".formatted(state.label(), day);
      case ORDERED -> "%s（%s前）".formatted(state.label(), day);
      case BLOCKED -> state.label() + "：" + reason;
      default -> state.label();
    };
  }
}
