package org.dangwu.rectification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;

/** Calendar days (自然日) as the engine's dates: due until the day ends, told in the morning. */
final class Days {

  private static final LocalTime MORNING = LocalTime.of(8, 30);
  private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

  private Days() {}

  static Date endOf(LocalDate day, Clock clock) {
    return Date.from(day.atTime(LAST_SECOND).atZone(clock.getZone()).toInstant());
  }

  static Date morningOf(LocalDate day, Clock clock) {
    return Date.from(day.atTime(MORNING).atZone(clock.getZone()).toInstant());
  }

  /** Every morning from this day on, for a timer of the engine. */
  static String everyMorningFrom(LocalDate day, ZoneId zone) {
    return "R/"
        + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(day.atTime(MORNING).atZone(zone))
        + "/P1D";
  }

  /** A moment of a row as the clock on the wall showed it, or null. */
  static LocalDateTime local(ResultSet row, String column, Clock clock) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.atZoneSameInstant(clock.getZone()).toLocalDateTime();
  }

  static OffsetDateTime now(Clock clock) {
    return OffsetDateTime.now(clock);
  }
}
