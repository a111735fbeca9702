package org.dangwu.dossier;

import java.time.Instant;
import java.util.List;

/**
 * One version of a document (文书), without its texts.
 *
 * @param id id of this version
 * @param key the document
 * @param title Chinese title at the time of its creation, for example 会议方案
 * @param secrecy secrecy label
 * @param version 1 for the first; grows when the flow came back and the document was opened again
 * @param state draft or final
 * @param author user id of the last writer
 * @param createdAt when this version was opened
 * @param updatedAt last change
 * @param finalizedAt when its task was completed; null while a draft
 * @param files uploads and generated documents, oldest first
 */
public record DossierDocument(
    String id,
    DocumentKey key,
    String title,
    Secrecy secrecy,
    int version,
    DocumentState state,
    String author,
    Instant createdAt,
    Instant updatedAt,
    Instant finalizedAt,
    List<DossierFile> files) {

  public DossierDocument {
    files = List.copyOf(files);
  }

  /** Whether this version is read-only. */
  public boolean isFinal() {
    return state == DocumentState.FINAL;
  }
}
