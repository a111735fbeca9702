package org.dangwu.engine;

import java.time.Duration;

/**
 * A lock on an account after wrong passwords.
 *
 * @param remaining how long it still lasts, or null when an administrator must lift it
 */
public record LoginLock(Duration remaining) {

  static final LoginLock PERMANENT = new LoginLock(null);

  public boolean permanent() {
    return remaining == null;
  }
}
