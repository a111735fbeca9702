package org.dangwu.archive;

import java.util.List;

/** A case cannot be filed yet; the message is a Chinese sentence that says what to do. */
public class ArchiveIncomplete extends RuntimeException {

  private final List<String> titles;

  /**
   * @param sentence Chinese sentence without content of documents
   * @param titles titles of the documents that are missing or did not pass
   */
  public ArchiveIncomplete(String sentence, List<String> titles) {
    super(sentence);
    this.titles = List.copyOf(titles);
  }

  /** Titles of the documents that are missing or did not pass. */
  public List<String> titles() {
    return titles;
  }
}
