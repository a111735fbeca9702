package org.dangwu.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.dangwu.engine.LoginLock;
import org.dangwu.engine.LoginLocks;
import org.springframework.core.env.Environment;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Treats numbers that nobody has like numbers with a wrong password: same locks, same time taken.
 */
@Component
class UnknownNumbers {

  private static final int MANY = 10_000;

  private final LoginLocks locks;
  private final Clock clock;
  private final PasswordEncoder bcrypt;
  private final String nobodysPassword;
  private final Map<String, Failures> failures =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > MANY;
        }
      };

  UnknownNumbers(LoginLocks locks, Clock clock, Environment environment) {
    this.locks = locks;
    this.clock = clock;
    this.bcrypt =
        new BCryptPasswordEncoder(
            environment.getProperty("dangwu.security.bcrypt-strength", Integer.class, 12));
    this.nobodysPassword = bcrypt.encode("nobody");
  }

  synchronized Optional<LoginLock> lock(String userId) {
    Failures failed = failures.get(userId);
    if (failed == null) {
      return Optional.empty();
    }
    LoginLock lock = locks.afterWrongPasswords(failed.count());
    if (lock.permanent()) {
      return Optional.of(lock);
    }
    Duration remaining = Duration.between(clock.instant(), failed.last().plus(lock.remaining()));
    return remaining.isNegative() || remaining.isZero()
        ? Optional.empty()
        : Optional.of(new LoginLock(remaining));
  }

  void failed(String userId, String password) {
    bcrypt.matches(password, nobodysPassword);
    synchronized (this) {
      Failures before = failures.get(userId);
      failures.put(userId, new Failures(before == null ? 1 : before.count() + 1, clock.instant()));
    }
  }

  private record Failures(int count, Instant last) {}
}
