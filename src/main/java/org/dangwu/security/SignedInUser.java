package org.dangwu.security;

import java.io.Serializable;
import java.security.Principal;
import java.util.Objects;

/**
 * The person behind a session.
 *
 * @param id user id, the person number (人员编号) of the roster
 * @param name full Chinese name
 * @param passwordVersion counts the password changes; a session with an older one has ended
 */
public record SignedInUser(String id, String name, int passwordVersion)
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
