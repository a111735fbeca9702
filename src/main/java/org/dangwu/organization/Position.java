package org.dangwu.organization;

import java.time.LocalDate;

/**
 * A position (任职) that a person holds in an organisation for a term.
 *
 * @param title words of the post, such as 党组书记、局长; never {@code null}
 * @param rank order within the organisation, smallest first
 * @param from first day of the term
 * @param to last day of the term, {@code null} while open
 */
public record Position(
    String personId,
    String organization,
    Role role,
    String title,
    int rank,
    LocalDate from,
    LocalDate to) {

  public boolean isHeldOn(LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }
}
