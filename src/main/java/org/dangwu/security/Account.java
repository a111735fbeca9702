package org.dangwu.security;

import java.time.Instant;
import java.util.List;

/**
 * A user as the engine knows it at a moment.
 *
 * @param passwordIsInitial whether somebody else gave the password
 * @param passwordVersion counts the password changes
 */
record Account(
    String id,
    String name,
    List<String> groups,
    List<String> tenants,
    boolean passwordIsInitial,
    int passwordVersion,
    Instant readAt) {

  SignedInUser signedIn() {
    return new SignedInUser(id, name, passwordVersion);
  }
}
