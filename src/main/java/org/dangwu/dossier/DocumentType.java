package org.dangwu.dossier;

/**
 * What the table {@code document_types} says about a type of document.
 *
 * @param type key
 * @param title Chinese title
 * @param secrecy secrecy label of every document of this type
 * @param uploads whether files may or must be attached
 * @param archiveRequired whether the case may not be filed without it
 * @param template path of the Word template below the template directory, or null
 * @param perPerson whether there is one for each person
 * @param selfWritten whether only the person himself may write it (A12: 本人撰写)
 */
public record DocumentType(
    String type,
    String title,
    Secrecy secrecy,
    Uploads uploads,
    boolean archiveRequired,
    String template,
    boolean perPerson,
    boolean selfWritten) {

  /** Whether files belong to the document. */
  public enum Uploads {
    /** No file may be attached. */
    NONE,
    /** Files may be attached. */
    OPTIONAL,
    /** At least one file must be attached. */
    REQUIRED
  }
}
