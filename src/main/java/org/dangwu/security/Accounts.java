package org.dangwu.security;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.dangwu.engine.Unrestricted;
import org.springframework.stereotype.Component;

/** Users with their groups and tenants, read again from the engine after a short while. */
@Component
class Accounts {

  private static final int MANY = 5_000;

  private final IdentityService identity;
  private final Unrestricted unrestricted;
  private final PasswordStates passwords;
  private final SecurityProperties properties;
  private final Clock clock;
  private final Map<String, Account> known = new ConcurrentHashMap<>();

  Accounts(
      IdentityService identity,
      Unrestricted unrestricted,
      PasswordStates passwords,
      SecurityProperties properties,
      Clock clock) {
    this.identity = identity;
    this.unrestricted = unrestricted;
    this.passwords = passwords;
    this.properties = properties;
    this.clock = clock;
  }

  /** The account, at most as old as {@code dangwu.security.account-refresh}. */
  Optional<Account> find(String userId) {
    Account account = known.get(userId);
    Instant oldest = clock.instant().minus(properties.accountRefresh());
    return account != null && account.readAt().isAfter(oldest)
        ? Optional.of(account)
        : read(userId);
  }

  /** The account as it is now. */
  Optional<Account> read(String userId) {
    Optional<Account> account = unrestricted.call(() -> query(userId));
    account.ifPresentOrElse(this::remember, () -> known.remove(userId));
    return account;
  }

  void forget(String userId) {
    known.remove(userId);
  }

  private Optional<Account> query(String userId) {
    User user = identity.createUserQuery().userId(userId).singleResult();
    if (user == null) {
      return Optional.empty();
    }
    List<String> groups =
        identity.createGroupQuery().groupMember(userId).list().stream().map(Group::getId).toList();
    List<String> tenants =
        identity.createTenantQuery().userMember(userId).includingGroupsOfUser(true).list().stream()
            .map(Tenant::getId)
            .toList();
    PasswordState password = passwords.of(userId);
    return Optional.of(
        new Account(
            userId,
            fullName(user),
            groups,
            tenants,
            password.initial(),
            password.version(),
            clock.instant()));
  }

  private void remember(Account account) {
    if (known.size() > MANY) {
      Instant oldest = clock.instant().minus(properties.accountRefresh());
      known.values().removeIf(old -> old.readAt().isBefore(oldest));
    }
    known.put(account.id(), account);
  }

  private static String fullName(User user) {
    String last = user.getLastName() == null ? "" : user.getLastName().strip();
    String first = user.getFirstName() == null ? "" : user.getFirstName().strip();
    return first.isEmpty() ? last : first;
  }
}
