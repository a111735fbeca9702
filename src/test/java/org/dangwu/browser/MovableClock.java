package org.dangwu.browser;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * A clock that runs, and that a story sets to the day it tells of: a plan is due ten days before
 * the meeting, a report comes after it. The engine's timers follow.
 */
final class MovableClock extends Clock {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private volatile Duration ahead = Duration.ZERO;

  /** It is nine o'clock in the morning of this day. */
  void setTo(LocalDate day) {
    Instant now = Clock.systemUTC().instant();
    ahead = Duration.between(now, day.atTime(9, 0).atZone(ZONE).toInstant());
    ClockUtil.offset(ahead.toMillis());
  }

  LocalDate today() {
    return LocalDate.now(this);
  }

  @Override
  public Instant instant() {
    return Clock.systemUTC().instant().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZONE;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("all dates are those of " + ZONE);
  }

  @TestConfiguration
  static class Configuration {

    @Bean
    @Primary
    MovableClock movableClock() {
      return new MovableClock();
    }
  }
}
