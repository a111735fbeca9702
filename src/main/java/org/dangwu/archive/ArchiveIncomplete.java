package org.dangwu.archive;

import java.util.List;

/** A case cannot be filed yet; the message is a Chinese sentence that says what to do. */
public class ArchiveIncomplete extends RuntimeException {

  private final List<String> titles;
  private final List<String> repairable;

  /**
   * @param sentence Chinese sentence without content of documents
   * @param titles titles of the documents that are missing or did not pass
   * @param repairable those types among them that somebody else than the author may supply
   */
  public ArchiveIncomplete(String sentence, List<String> titles, List<String> repairable) {
    super(sentence);
    this.titles = List.copyOf(titles);
    this.repairable = List.copyOf(repairable);
  }

  /** Titles of the documents that are missing or did not pass. */
  public List<String> titles() {
    return titles;
  }

  /** Types of documents of the whole body that are missing or did not pass. */
  public List<String> repairable() {
    return repairable;
  }
}
