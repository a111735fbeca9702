package org.dangwu.archive.page;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** How the pages write times and sizes. */
@Component("archiveTimes")
class ArchiveTimes {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final ZoneId zone;

  ArchiveTimes(Clock clock) {
    this.zone = clock.getZone();
  }

  public String day(Instant time) {
    return DAY.format(time.atZone(zone));
  }

  public String minute(Instant time) {
    return MINUTE.format(time.atZone(zone));
  }

  /** A number of bytes with the unit that suits it. */
  public String size(long bytes) {
    if (bytes < 1024 * 1024) {
      return Math.max(1, Math.round(bytes / 1024.0)) + " KB";
    }
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1024.0 / 1024.0);
  }
}
