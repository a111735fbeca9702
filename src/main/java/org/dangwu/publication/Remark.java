package org.dangwu.publication;

import java.time.LocalDate;

/**
 * What a reader remarked on something that was made known (监督意见).
 *
 * @param author user id, or null when he chose to give no name; then it is kept nowhere
 * @param handling what was done about it, empty before
 */
public record Remark(
    String id,
    String publicationId,
    String title,
    String text,
    String author,
    LocalDate day,
    String handling) {

  public boolean handled() {
    return !handling.isEmpty();
  }
}
