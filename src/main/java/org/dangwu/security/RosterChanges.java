package org.dangwu.security;

import org.dangwu.organization.InitialPasswordIssued;
import org.dangwu.organization.PersonLeft;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Follows what the roster does to accounts. */
@Component
class RosterChanges {

  private final PasswordStates passwords;
  private final Accounts accounts;

  RosterChanges(PasswordStates passwords, Accounts accounts) {
    this.passwords = passwords;
    this.accounts = accounts;
  }

  @EventListener
  void passwordWasGiven(InitialPasswordIssued event) {
    passwords.givenBySomebodyElse(event.userId());
    accounts.forget(event.userId());
  }

  @EventListener
  void personLeft(PersonLeft event) {
    passwords.remove(event.userId());
    accounts.forget(event.userId());
  }
}
