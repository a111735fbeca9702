package org.dangwu.debriefing;

import java.util.List;

/**
 * What the preparation says of a secretary, offered to him who records the comments (点评参考, C06).
 * Any number of beans.
 */
public interface DebriefCommentNotes {

  List<Note> of(String caseId, String entryId);

  /**
   * @param source where it comes from, such as 实地考核发现的问题
   * @param text one problem a line
   */
  record Note(String source, String text) {}
}
