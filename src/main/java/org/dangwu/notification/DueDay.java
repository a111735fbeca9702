package org.dangwu.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Date;
import org.dangwu.DangwuApplication;

/** Reads a deadline as models pass it: a date variable, or text such as {@code 2026-11-23}. */
final class DueDay {

  private DueDay() {}

  /**
   * @return the calendar day in Beijing, {@code null} for {@code null}
   */
  static LocalDate of(Object value) {
    if (value == null) {
      return null;
    }
    if (value instanceof Date date) {
      return Instant.ofEpochMilli(date.getTime()).atZone(DangwuApplication.ZONE).toLocalDate();
    }
    if (value instanceof LocalDate day) {
      return day;
    }
    try {
      return LocalDate.parse(value.toString());
    } catch (DateTimeParseException unreadable) {
      throw new NotificationRefused(
          "通知的期限“%s”不是日期，请在模型中改为日期变量或者 2026-11-23 这样的日期。".formatted(value), unreadable);
    }
  }
}
