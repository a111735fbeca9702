package org.dangwu.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import org.junit.jupiter.api.Test;

class WholeDaysTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @Test
  void whatIsDueOnADayIsDueUntilItsEvening() {
    assertThat(WholeDays.until(at(0, 0), ZONE)).isEqualTo(at(23, 59).toInstant().plusSeconds(59));
  }

  @Test
  void aTimeOfDayStays() {
    assertThat(WholeDays.until(at(14, 30), ZONE)).isEqualTo(at(14, 30));
  }

  @Test
  void midnightIsThatOfTheOffices() {
    Date eightInTheMorning = at(8, 0);
    assertThat(WholeDays.until(eightInTheMorning, ZONE)).isEqualTo(eightInTheMorning);
    assertThat(WholeDays.until(eightInTheMorning, ZoneId.of("UTC")))
        .isAfter(at(23, 59))
        .isBefore(at(23, 59).toInstant().plusSeconds(9 * 3600));
  }

  private static Date at(int hour, int minute) {
    return Date.from(LocalDateTime.of(2026, 12, 1, hour, minute).atZone(ZONE).toInstant());
  }
}
