package org.dangwu.dossier;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The case files (卷宗) for other modules. The caller acts for the system: rights of persons are not
 * checked here, but every reading of content is written to the access log under the given actor.
 * Pages for persons are {@code /dossier/task/{taskId}} and {@code /dossier/case/{caseId}}.
 *
 * <p>All methods take part in the running transaction.
 */
public interface Dossiers {

  /** The newest version of every document of the case, in the order of creation. */
  List<DossierDocument> list(String caseId);

  /** The newest version; empty when a new round has begun and nothing was written in it yet. */
  Optional<DossierDocument> find(DocumentKey key);

  /** All versions, oldest first. */
  List<DossierDocument> versions(DocumentKey key);

  /**
   * The versions written since the meeting was ordered to be held again, else all; oldest first.
   */
  List<DossierDocument> versionsOfRound(DocumentKey key);

  /** Whether a version, draft or final, exists. */
  default boolean exists(DocumentKey key) {
    return find(key).isPresent();
  }

  /** Whether the newest version is final. */
  default boolean isFinal(DocumentKey key) {
    return find(key).map(DossierDocument::isFinal).orElse(false);
  }

  /** Whether all required sections and uploads are there. */
  default boolean isComplete(DocumentKey key) {
    return missing(key).isEmpty();
  }

  /**
   * The same as {@link #isComplete(DocumentKey)}; an empty or null subject means the whole body.
   */
  default boolean isComplete(String caseId, String type, String subject) {
    return isComplete(new DocumentKey(caseId, type, subject));
  }

  /** Chinese names of what is missing, for example 主要问题及整改措施 or 附件; empty when complete. */
  List<String> missing(DocumentKey key);

  /**
   * The texts of a version by section key, in the order of the table; sections without text are
   * left out.
   *
   * @param documentId id of a version
   * @param actor user id or name of the module, for the access log
   */
  Map<String, String> read(String documentId, String actor);

  /**
   * Writes sections of the draft; opens the first version, or a new one when the newest is final.
   *
   * @param texts section key to text; sections that are not named stay
   * @param author user id
   * @throws org.dangwu.dossier.DossierRefused when type, section or length is not allowed
   */
  DossierDocument write(DocumentKey key, Map<String, String> texts, String author);

  /**
   * Attaches a file to the draft after the same checks as an upload by a person.
   *
   * @throws org.dangwu.dossier.DossierRefused with a Chinese sentence when the file is refused
   */
  DossierFile attach(DocumentKey key, String fileName, byte[] content, String author);

  /**
   * Makes the official document from the Word template of the type and adds it to the newest
   * version.
   *
   * @throws org.dangwu.dossier.DossierRefused when there is no template, or the template asks for
   *     something the case does not have
   */
  DossierFile generate(DocumentKey key, String author);

  /** Writes a document and makes it final at once, as the application does with what it knows. */
  default void file(DocumentKey key, Map<String, String> texts, String author) {
    write(key, texts, author);
    finish(key, author);
  }

  /** Makes the draft final; does nothing when it is final already. */
  DossierDocument finish(DocumentKey key, String author);

  /**
   * The bytes of a file.
   *
   * @param actor user id or name of the module, for the access log
   * @throws java.util.NoSuchElementException when there is none
   */
  byte[] content(String fileId, String actor);

  /**
   * What must be filed and is not there as a final document: every type marked {@code
   * archiveRequired} needs one, and no document of such a type may still be a draft, save for what
   * somebody began with his own hand and did not hand in.
   */
  List<DocumentType> missingForArchive(String caseId);
}
