package org.dangwu.dossier;

import java.util.Objects;

/**
 * Names a document (文书) of a case, whatever its version.
 *
 * @param caseId the case the document belongs to
 * @param type the document type, a key of the table {@code document_types}
 * @param subject the user id of the person a per-person document is about, empty for documents of
 *     the whole body
 */
public record DocumentKey(String caseId, String type, String subject) {

  public DocumentKey {
    if (caseId == null || caseId.isBlank()) {
      throw new IllegalArgumentException("caseId is missing");
    }
    if (type == null || type.isBlank()) {
      throw new IllegalArgumentException("document type is missing");
    }
    subject = Objects.requireNonNullElse(subject, "");
  }

  /** A document of the whole body. */
  public static DocumentKey of(String caseId, String type) {
    return new DocumentKey(caseId, type, "");
  }

  /** A document about one person. */
  public static DocumentKey about(String caseId, String type, String subject) {
    return new DocumentKey(caseId, type, subject);
  }

  /** Whether the document is about one person. */
  public boolean perPerson() {
    return !subject.isEmpty();
  }
}
