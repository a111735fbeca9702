package org.dangwu.lifemeeting;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Date;

/**
 * Calendar days (自然日) as the rules count them. What is due on a day is due until that day ends;
 * reminders come in the morning, so that somebody is there to read them.
 */
public final class Deadlines {

  /** The time zone in which days are counted. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final LocalTime MORNING = LocalTime.of(9, 0);
  private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

  private Deadlines() {}

  /** The day on which a moment falls. */
  public static LocalDate day(Date date) {
    return date.toInstant().atZone(ZONE).toLocalDate();
  }

  /** Midnight at which the day begins. */
  public static Date startOf(LocalDate day) {
    return at(day, LocalTime.MIDNIGHT);
  }

  /** Nine o'clock, when reminders go out. */
  public static Date morningOf(LocalDate day) {
    return at(day, MORNING);
  }

  /** The last second of the day. */
  public static Date endOf(LocalDate day) {
    return at(day, LAST_SECOND);
  }

  /** Days from one day to another, negative when the other lies before. */
  public static int daysBetween(LocalDate from, LocalDate to) {
    return Math.toIntExact(ChronoUnit.DAYS.between(from, to));
  }

  private static Date at(LocalDate day, LocalTime time) {
    return Date.from(day.atTime(time).atZone(ZONE).toInstant());
  }
}
