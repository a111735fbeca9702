package org.dangwu.supervision;

import java.time.LocalDate;

/**
 * A task that waits for the person (待办).
 *
 * @param about the run it belongs to, e.g. 云岭县发展和改革局党组 2026年度民主生活会
 * @param due last day, or null
 * @param daysLeft days until it is due, negative when overdue; null without a date
 * @param claimed whether it is assigned to the person already
 * @param page address of a page of its own that the model names for it (property {@code
 *     page.full}), or null
 * @param pageLabel what leads there, e.g. 进入会议
 */
record WaitingTask(
    String id,
    String name,
    String about,
    LocalDate due,
    Long daysLeft,
    boolean claimed,
    String page,
    String pageLabel) {

  /** Colour of the date: overdue, within three days, or neither. */
  public String urgency() {
    if (daysLeft == null || daysLeft > 3) {
      return "badge";
    }
    return daysLeft < 0 ? "badge badge-red" : "badge badge-amber";
  }

  public String dueText() {
    if (daysLeft == null) {
      return "无期限";
    }
    if (daysLeft < 0) {
      return "已逾期 " + -daysLeft + " 天";
    }
    return daysLeft == 0 ? "今日到期" : "还有 " + daysLeft + " 天";
  }
}
