package org.dangwu.publication;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A document that was made known (通报、公布、公开).
 *
 * @param kind what readers see it called, such as 通报
 * @param documentType key of the table {@code document_types}
 * @param documentId the version that was made known
 * @param remarksUntil last day on which readers may remark on it, or null when they may not
 */
public record Publication(
    String id,
    String caseId,
    String organization,
    String kind,
    String documentType,
    String documentId,
    String title,
    LocalDate remarksUntil,
    Instant publishedAt) {

  /** Whether a reader may remark on it on this day. */
  public boolean takesRemarks(LocalDate today) {
    return remarksUntil != null && !today.isAfter(remarksUntil);
  }
}
