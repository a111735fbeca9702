package org.dangwu.testing;

import java.time.Clock;
import java.time.Duration;
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

  private final AtomicReference<Instant> now;
  private final ZoneId zone = DangwuApplication.ZONE;

  public AdjustableClock(Instant start) {
    this.now = new AtomicReference<>(start);
  }

  /** Nine o'clock in the morning of the day. */
  public static AdjustableClock on(LocalDate day) {
    AdjustableClock clock = new AdjustableClock(Instant.EPOCH);
    clock.setTo(day);
    return clock;
  }

  /** Time goes on. */
  public void move(Duration duration) {
    now.updateAndGet(instant -> instant.plus(duration));
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
      return on(LocalDate.of(2026, 11, 2));
    }
  }
}
