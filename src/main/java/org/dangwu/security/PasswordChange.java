package org.dangwu.security;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.dangwu.engine.LoginLocks;
import org.dangwu.engine.Unrestricted;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Replaces a password by one that its owner chose. */
@Component
class PasswordChange {

  private final IdentityService identity;
  private final Unrestricted unrestricted;
  private final LoginLocks locks;
  private final PasswordRules rules;
  private final PasswordStates states;
  private final Accounts accounts;
  private final SecurityTexts texts;
  private final TransactionTemplate transaction;

  PasswordChange(
      IdentityService identity,
      Unrestricted unrestricted,
      LoginLocks locks,
      PasswordRules rules,
      PasswordStates states,
      Accounts accounts,
      SecurityTexts texts,
      TransactionTemplate transaction) {
    this.identity = identity;
    this.unrestricted = unrestricted;
    this.locks = locks;
    this.rules = rules;
    this.states = states;
    this.accounts = accounts;
    this.texts = texts;
    this.transaction = transaction;
  }

  /**
   * @throws PasswordRefused when the current password is wrong or the chosen one not good enough
   */
  Account change(String userId, String current, String chosen, String repeated) {
    if (locks.find(userId).isPresent()) {
      throw new PasswordRefused(texts.get("password.locked"));
    }
    if (!identity.checkPassword(userId, current)) {
      throw new PasswordRefused(texts.get("password.current"));
    }
    if (!chosen.equals(repeated)) {
      throw new PasswordRefused(texts.get("password.different"));
    }
    if (chosen.equals(current)) {
      throw new PasswordRefused(texts.get("password.same"));
    }
    unrestricted.run(
        () -> {
          rules
              .objection(userId, chosen)
              .ifPresent(
                  objection -> {
                    throw new PasswordRefused(objection);
                  });
          transaction.executeWithoutResult(status -> save(userId, chosen));
        });
    return accounts.read(userId).orElseThrow();
  }

  private void save(String userId, String chosen) {
    User user = identity.createUserQuery().userId(userId).singleResult();
    user.setPassword(chosen);
    identity.saveUser(user);
    states.chosenByOwner(userId);
  }
}
