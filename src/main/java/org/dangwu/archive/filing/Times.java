package org.dangwu.archive.filing;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;

/** Points in time as packages write them: ISO 8601 with the offset of Beijing. */
final class Times {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter READABLE =
      DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(ZONE);

  private Times() {}

  static String iso(Instant time) {
    return time == null
        ? null
        : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
            time.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).atZone(ZONE));
  }

  static String iso(Date time) {
    return time == null ? null : iso(time.toInstant());
  }

  static String day(Instant time) {
    return time.atZone(ZONE).toLocalDate().toString();
  }

  static String readable(Instant time) {
    return time == null ? "" : READABLE.format(time);
  }
}
