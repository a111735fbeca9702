package org.dangwu.rectification;

import org.springframework.stereotype.Component;

/** What holds for every text that people type on the pages of this module. */
@Component("rectificationTexts")
class Texts {

  static final int LONGEST = 2000;

  private final Sentences sentences;

  Texts(Sentences sentences) {
    this.sentences = sentences;
  }

  /**
   * The text without blank ends.
   *
   * @param label what it is, for the sentence of the refusal
   */
  String required(String text, String label) {
    String stripped = optional(text, label);
    if (stripped.isEmpty()) {
      throw sentences.refusal("text.missing", label);
    }
    return stripped;
  }

  /** The same for a text that may be empty. */
  String optional(String text, String label) {
    String stripped = text == null ? "" : text.strip();
    int length = stripped.codePointCount(0, stripped.length());
    if (length > LONGEST) {
      throw sentences.refusal("text.long", label, LONGEST, length);
    }
    return stripped;
  }
}
