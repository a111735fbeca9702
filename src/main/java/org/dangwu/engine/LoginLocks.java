package org.dangwu.engine;

import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/**
 * Tells whether the engine refuses a user's logins after wrong passwords. The engine keeps the lock
 * in the database, so that it holds on every node, but has no public way to ask for it.
 */
@Component
public class LoginLocks {

  private final IdentityService identity;
  private final ProcessEngineConfigurationImpl configuration;
  private final Unrestricted unrestricted;

  LoginLocks(ProcessEngine engine, Unrestricted unrestricted) {
    this.identity = engine.getIdentityService();
    this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    this.unrestricted = unrestricted;
  }

  /** The lock on an account, or empty when the next password will be checked. */
  public Optional<LoginLock> find(String userId) {
    UserEntity user =
        (UserEntity)
            unrestricted.call(() -> identity.createUserQuery().userId(userId).singleResult());
    if (user == null) {
      return Optional.empty();
    }
    if (user.getAttempts() >= configuration.getLoginMaxAttempts()) {
      return Optional.of(LoginLock.PERMANENT);
    }
    Date until = user.getLockExpirationTime();
    Date now = ClockUtil.getCurrentTime();
    return until == null || !until.after(now)
        ? Optional.empty()
        : Optional.of(new LoginLock(Duration.between(now.toInstant(), until.toInstant())));
  }

  /** The lock that so many wrong passwords in a row bring about, counted from the last one. */
  public LoginLock afterWrongPasswords(int count) {
    if (count >= configuration.getLoginMaxAttempts()) {
      return LoginLock.PERMANENT;
    }
    double seconds =
        configuration.getLoginDelayBase()
            * Math.pow(configuration.getLoginDelayFactor(), count - 1.0);
    return new LoginLock(
        Duration.ofSeconds((long) Math.min(seconds, configuration.getLoginDelayMaxTime())));
  }
}
