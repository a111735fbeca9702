package org.dangwu.dossier;

import java.util.List;

/**
 * What may not stand in the texts that a task prepares for publication (脱密核对, A30, C18). A task
 * names with the property {@code dossier.redact} the types of documents of which nothing may be
 * said, and with {@code dossier.redactEach} the types of which each person's is prepared there. The
 * caller acts for the system: only who prepares the texts may see what is found.
 */
public interface PublicTexts {

  /** What is found and not decided by the principal, in the order of the texts. */
  List<PublicText> open(String taskId);

  /** The same for the text about one person alone. */
  List<PublicText> open(String taskId, String subject);

  /**
   * A sentence that may not be published.
   *
   * @param section label of the section
   * @param number of the sentence in the section, from 1
   * @param why Chinese words that tell the reason and no content
   */
  record PublicText(DocumentKey key, String section, int number, String sentence, String why) {}
}
