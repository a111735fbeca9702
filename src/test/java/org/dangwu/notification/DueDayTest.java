package org.dangwu.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import org.junit.jupiter.api.Test;

class DueDayTest {

  @Test
  void dateIsTheCalendarDayInBeijing() {
    assertThat(DueDay.of(Date.from(Instant.parse("2026-11-22T16:00:00Z"))))
        .isEqualTo(LocalDate.of(2026, 11, 23));
    assertThat(DueDay.of(java.sql.Date.valueOf("2026-11-23"))).isEqualTo("2026-11-23");
  }

  @Test
  void textAndAbsenceAreAccepted() {
    assertThat(DueDay.of("2026-11-23")).isEqualTo(LocalDate.of(2026, 11, 23));
    assertThat(DueDay.of(null)).isNull();
  }

  @Test
  void anythingElseIsRefused() {
    assertThatThrownBy(() -> DueDay.of("下周一"))
        .isInstanceOf(NotificationRefused.class)
        .hasMessageContaining("下周一");
  }
}
