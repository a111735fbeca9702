package org.dangwu.security;

import java.io.Serializable;
import java.security.Principal;
import java.util.Objects;

/**
 * The person behind a session.
 *
 * @param id user id, the person number of the roster
 * @param name full Chinese name
 * @param passwordIsInitial whether the password was given by somebody else and must be changed
 */
public record SignedInUser(String id, String name, boolean passwordIsInitial)
    implements Principal, Serializable {

  /** Checks that the id is present. */
  public SignedInUser {
    Objects.requireNonNull(id, "id");
    name = name == null || name.isBlank() ? id : name.strip();
  }

  @Override
  public String getName() {
    return id;
  }

  @Override
  public String toString() {
    return id;
  }
}
