package org.dangwu.dossier;

/**
 * A picture that a module puts into an official document. The Word template has {@code
 * {{placeholder}}} where it stands.
 */
public interface PaperPicture {

  /** The type of document whose template has the picture. */
  String documentType();

  /** What the template calls the picture. */
  String placeholder();

  Content content(String caseId);

  /** What stands there: a picture, or a sentence when none can be drawn. */
  sealed interface Content {}

  /**
   * @param width in points of 1/96 inch, as it stands on the page
   */
  record Drawn(byte[] png, int width, int height) implements Content {}

  /** The sentence that stands in the picture's place. */
  record Instead(String sentence) implements Content {}
}
