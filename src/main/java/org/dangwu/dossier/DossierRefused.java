package org.dangwu.dossier;

/** Something was not accepted; the message is a Chinese sentence that says what to do. */
public class DossierRefused extends RuntimeException {

  /**
   * @param sentence Chinese sentence for the user, without content of documents
   */
  public DossierRefused(String sentence) {
    super(sentence);
  }
}
