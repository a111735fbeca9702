package org.dangwu.dossier.casefile;

/** Somebody asked for what he may not have; logged already. The message is a Chinese sentence. */
class AccessRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  AccessRefused(String sentence) {
    super(sentence);
  }
}
