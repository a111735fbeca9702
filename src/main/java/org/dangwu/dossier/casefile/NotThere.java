package org.dangwu.dossier.casefile;

/** There is no such task, case or document. The message is a Chinese sentence. */
class NotThere extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotThere(String sentence) {
    super(sentence);
  }
}
