package org.dangwu.guide;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Until when a task is to be done (期限), in calendar days of Beijing time.
 *
 * @param due the day, or null when the task has no fixed one
 * @param daysLeft days from today; negative when overdue
 */
public record Deadline(LocalDate due, long daysLeft) {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy年M月d日（EEEE）", Locale.SIMPLIFIED_CHINESE);
  private static final long SOON = 3;

  static Deadline of(LocalDate due, LocalDate today) {
    return new Deadline(due, due == null ? 0 : ChronoUnit.DAYS.between(today, due));
  }

  public boolean isFixed() {
    return due != null;
  }

  public boolean isOverdue() {
    return isFixed() && daysLeft < 0;
  }

  public boolean isNear() {
    return isFixed() && daysLeft >= 0 && daysLeft <= SOON;
  }

  /** The day with its weekday, e.g. 2026年12月1日（星期二）. */
  public String day() {
    return isFixed() ? DAY.format(due) : "";
  }

  public long daysOverdue() {
    return Math.max(-daysLeft, 0);
  }
}
