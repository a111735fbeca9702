package org.dangwu.organization;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A person of the roster (人员). The id is also the engine's user id.
 *
 * @param email {@code null} when unknown
 * @param phone {@code null} when unknown
 * @param leftOn day on which the person left the roster, {@code null} while in it
 */
public record Person(
    String id,
    String name,
    String gender,
    String email,
    String phone,
    Membership membership,
    LocalDate leftOn) {

  public boolean isActive() {
    return leftOn == null;
  }

  public Optional<String> mailAddress() {
    return Optional.ofNullable(email);
  }

  public Optional<String> mobilePhone() {
    return Optional.ofNullable(phone);
  }
}
