package org.dangwu.dossier;

import java.time.Instant;

/**
 * A file (附件) of a document, without its bytes.
 *
 * @param id file id
 * @param documentId the version of the document it belongs to
 * @param kind uploaded by a person or generated from a Word template
 * @param name sanitised file name with extension
 * @param mediaType media type found by content
 * @param size bytes
 * @param sha256 SHA-256 of the bytes when they were stored, lower-case hex
 * @param createdBy user id
 * @param createdAt when it was stored
 */
public record DossierFile(
    String id,
    String documentId,
    Kind kind,
    String name,
    String mediaType,
    long size,
    String sha256,
    String createdBy,
    Instant createdAt) {

  /** Where a file comes from. */
  public enum Kind {
    /** 上传的附件. */
    UPLOAD,
    /** 由模板生成的文书. */
    GENERATED
  }
}
