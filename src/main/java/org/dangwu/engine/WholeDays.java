package org.dangwu.engine;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;

/** What is due on a day is due until that day ends, not from its first moment on. */
public final class WholeDays {

  private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

  private WholeDays() {}

  /**
   * The last second of the day for a date without a time of day, which is midnight; else the date
   * itself.
   */
  public static Date until(Date due, ZoneId zone) {
    ZonedDateTime moment = due.toInstant().atZone(zone);
    return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? Date.from(moment.with(LAST_SECOND).toInstant())
        : due;
  }
}
