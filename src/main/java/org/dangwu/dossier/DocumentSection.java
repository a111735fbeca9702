package org.dangwu.dossier;

/**
 * A section of a document as the table {@code document_sections} describes it.
 *
 * @param key key within the document type
 * @param label Chinese label
 * @param kind how it is entered
 * @param required whether the task cannot be completed without it
 * @param maxLength greatest number of characters (code points)
 * @param hint help text, may be empty
 */
public record DocumentSection(
    String key, String label, Kind kind, boolean required, int maxLength, String hint) {

  /** How a section is entered. */
  public enum Kind {
    /** Several paragraphs. */
    TEXT,
    /** One line. */
    LINE,
    /** A calendar day, stored as yyyy-MM-dd. */
    DATE,
    /** A whole or decimal number. */
    NUMBER
  }
}
