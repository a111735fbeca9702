package org.dangwu.security;

/** A password that cannot be taken; the message says why. */
final class PasswordRefused extends RuntimeException {

  PasswordRefused(String sentence) {
    super(sentence);
  }
}
