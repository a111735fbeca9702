package org.dangwu.security;

/**
 * What is known of a password apart from the password.
 *
 * @param initial whether it must be changed at the next login
 * @param version counts the changes; sessions opened before the last one have ended
 */
record PasswordState(boolean initial, int version) {

  static final PasswordState NEVER_CHANGED = new PasswordState(false, 0);
}
