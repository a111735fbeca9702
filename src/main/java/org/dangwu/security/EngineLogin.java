package org.dangwu.security;

import java.time.Duration;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.dangwu.engine.LoginLock;
import org.dangwu.engine.LoginLocks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Checks number and password against the engine's users. An unknown number is answered exactly like
 * a wrong password, lock included, so that nobody can find out which numbers exist.
 */
@Component
class EngineLogin implements AuthenticationProvider {

  private static final Logger log = LoggerFactory.getLogger(EngineLogin.class);

  private final IdentityService identity;
  private final Accounts accounts;
  private final LoginLocks locks;
  private final UnknownNumbers unknown;
  private final AddressLimit addresses;
  private final SecurityTexts texts;

  EngineLogin(
      IdentityService identity,
      Accounts accounts,
      LoginLocks locks,
      UnknownNumbers unknown,
      AddressLimit addresses,
      SecurityTexts texts) {
    this.identity = identity;
    this.accounts = accounts;
    this.locks = locks;
    this.unknown = unknown;
    this.addresses = addresses;
    this.texts = texts;
  }

  @Override
  public Authentication authenticate(Authentication attempt) throws AuthenticationException {
    String userId = attempt.getName() == null ? "" : attempt.getName().strip();
    String password = attempt.getCredentials() == null ? "" : attempt.getCredentials().toString();
    if (userId.isEmpty() || password.isEmpty()) {
      throw new BadCredentialsException(texts.get("login.empty"));
    }
    String address =
        attempt.getDetails() instanceof WebAuthenticationDetails details
            ? details.getRemoteAddress()
            : "";
    if (addresses.exceeded(address)) {
      throw new LockedException(texts.get("login.address"));
    }
    Account account =
        accounts
            .read(userId)
            .filter(known -> check(known.id(), password))
            .orElseThrow(
                () -> {
                  addresses.failed(address);
                  return refusal(userId, password, address);
                });
    UsernamePasswordAuthenticationToken login =
        UsernamePasswordAuthenticationToken.authenticated(
            account.signedIn(), null, AuthorityUtils.createAuthorityList(account.groups()));
    login.setDetails(attempt.getDetails());
    return login;
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }

  private boolean check(String userId, String password) {
    locks.find(userId).ifPresent(lock -> refuseLocked(userId, lock));
    // People of the roster have no password until one is issued, and the engine cannot check none.
    return identity.createUserQuery().userId(userId).singleResult().getPassword() != null
        && identity.checkPassword(userId, password);
  }

  private void refuseLocked(String userId, LoginLock lock) {
    log.info("Login of {} refused: locked after wrong passwords", userId);
    throw new LockedException(locked(lock));
  }

  private AuthenticationException refusal(String userId, String password, String address) {
    if (accounts.find(userId).isPresent()) {
      log.info("Login of {} from {} refused: wrong password", userId, address);
      return wrong(locks.find(userId));
    }
    log.info("Login from {} refused: unknown number", address);
    Optional<LoginLock> standing = unknown.lock(userId);
    if (standing.isPresent()) {
      return new LockedException(locked(standing.get()));
    }
    unknown.failed(userId, password);
    return wrong(unknown.lock(userId));
  }

  private AuthenticationException wrong(Optional<LoginLock> lock) {
    if (lock.isEmpty()) {
      return new BadCredentialsException(texts.get("login.wrong"));
    }
    return lock.get().permanent()
        ? new LockedException(texts.get("login.locked.permanently"))
        : new BadCredentialsException(texts.get("login.wrong.wait", span(lock.get().remaining())));
  }

  private String locked(LoginLock lock) {
    return lock.permanent()
        ? texts.get("login.locked.permanently")
        : texts.get("login.locked", span(lock.remaining()));
  }

  /** Rounded up, so that whoever waits that long is never refused again. */
  private String span(Duration duration) {
    long seconds = Math.max(1, (duration.toMillis() + 999) / 1000);
    return seconds <= 60
        ? texts.get("span.seconds", seconds)
        : texts.get("span.minutes", (seconds + 59) / 60);
  }
}
