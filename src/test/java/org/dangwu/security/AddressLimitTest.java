package org.dangwu.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.dangwu.testing.AdjustableClock;
import org.junit.jupiter.api.Test;

class AddressLimitTest {

  private final AdjustableClock clock = new AdjustableClock(Instant.parse("2026-11-23T01:00:00Z"));
  private final AddressLimit limit =
      new AddressLimit(
          new SecurityProperties(
              "admin", "", 10, 3, Duration.ofMinutes(10), Duration.ofSeconds(30)),
          clock);

  @Test
  void stopsAnAddressAfterTheAllowedFailuresUntilTheWindowEnds() {
    fail("10.0.0.1", 2);
    assertThat(limit.exceeded("10.0.0.1")).isFalse();

    fail("10.0.0.1", 1);
    assertThat(limit.exceeded("10.0.0.1")).isTrue();
    assertThat(limit.exceeded("10.0.0.2")).isFalse();

    clock.move(Duration.ofMinutes(11));
    assertThat(limit.exceeded("10.0.0.1")).isFalse();
  }

  @Test
  void countsAnewAfterTheWindow() {
    fail("10.0.0.1", 3);
    clock.move(Duration.ofMinutes(11));

    fail("10.0.0.1", 1);

    assertThat(limit.exceeded("10.0.0.1")).isFalse();
  }

  private void fail(String address, int times) {
    for (int i = 0; i < times; i++) {
      limit.failed(address);
    }
  }
}
