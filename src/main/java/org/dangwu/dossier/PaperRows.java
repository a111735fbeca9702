package org.dangwu.dossier;

import java.util.List;
import java.util.Map;

/**
 * Rows that a module puts into a table of an official document. The Word template has {@code
 * {{placeholder}}} in the table's head and {@code [column]} in the row below.
 */
public interface PaperRows {

  /** The type of document whose template has the table. */
  String documentType();

  /** What the template calls the table. */
  String placeholder();

  /**
   * Column to text, one map a row.
   *
   * @param key the document that is made, of {@link #documentType}
   */
  List<Map<String, String>> rows(DocumentKey key);
}
