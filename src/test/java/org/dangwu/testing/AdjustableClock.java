package org.dangwu.testing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.dangwu.DangwuApplication;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock that a test sets, so that weeks of a procedure pass in seconds. */
public final class AdjustableClock extends Clock {

  private final AtomicReference<Instant> now = new AtomicReference<>();
  private final ZoneId zone;

  private AdjustableClock(ZoneId zone) {
    this.zone = zone;
  }

  /** Nine o'clock in the morning of the day. */
  public void setTo(LocalDate day) {
    now.set(day.atTime(9, 0).atZone(zone).toInstant());
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return Clock.fixed(instant(), other);
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  /** Put into a test with {@code @Import}. */
  @TestConfiguration
  public static class Configuration {

    @Bean
    @Primary
    AdjustableClock adjustableClock() {
      AdjustableClock clock = new AdjustableClock(DangwuApplication.ZONE);
      clock.setTo(LocalDate.of(2026, 11, 2));
      return clock;
    }
  }
}
