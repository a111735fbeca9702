package org.dangwu.security;

/** The start cannot go on without an administrator; the message says what to set. */
final class AdministratorRequired extends RuntimeException {

  AdministratorRequired(String sentence) {
    super(sentence);
  }
}
