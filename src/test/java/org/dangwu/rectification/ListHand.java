package org.dangwu.rectification;

import java.util.List;

/** Fills in a rectification list as its page would, for rehearsals of other modules. */
public class ListHand {

  private final ListStore lists;

  ListHand(ListStore lists) {
    this.lists = lists;
  }

  /** States that nothing is to be rectified. */
  public void nothing(String taskId, String caseId, String reason, String user) {
    lists.save(taskId, caseId, new ListDraft(0, List.of(), reason), user);
  }
}
