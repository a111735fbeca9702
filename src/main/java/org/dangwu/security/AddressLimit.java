package org.dangwu.security;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Stops an address from trying one password with many numbers, which the lock on a single account
 * does not notice. Counts failures only: a whole office may share one address.
 */
@Component
class AddressLimit {

  private static final int MANY = 10_000;

  private final SecurityProperties properties;
  private final Clock clock;
  private final Map<String, Failures> failures = new ConcurrentHashMap<>();

  AddressLimit(SecurityProperties properties, Clock clock) {
    this.properties = properties;
    this.clock = clock;
  }

  boolean exceeded(String address) {
    Failures counted = failures.get(address);
    return counted != null
        && counted.count() >= properties.attemptsPerAddress()
        && !isOver(counted);
  }

  void failed(String address) {
    if (failures.size() > MANY) {
      failures.values().removeIf(this::isOver);
    }
    failures.merge(
        address,
        new Failures(1, clock.instant()),
        (old, one) -> isOver(old) ? one : new Failures(old.count() + 1, old.since()));
  }

  private boolean isOver(Failures counted) {
    return clock.instant().isAfter(counted.since().plus(properties.addressWindow()));
  }

  private record Failures(int count, Instant since) {}
}
