package org.dangwu.rectification;

import java.time.LocalDate;
import java.util.List;

/** Fills in rectification lists as their pages would, for rehearsals of other modules. */
public class ListHand {

  private final ListStore lists;
  private final ListReviews reviews;

  ListHand(ListStore lists, ListReviews reviews) {
    this.lists = lists;
    this.reviews = reviews;
  }

  /** States that nothing is to be rectified. */
  public void nothing(String taskId, String caseId, String reason, String user) {
    save(taskId, caseId, List.of(), reason, user);
  }

  /** Lists one item that the secretary owns himself. */
  public void one(String entryId, String caseId, String problem, LocalDate due, String secretary) {
    ListDraft.Row row =
        new ListDraft.Row(
            problem, "年内解决", "逐月检查", secretary, due.toString(), Severity.ORDINARY.name(), "");
    save(entryId, caseId, List.of(row), "", secretary);
  }

  /** Lets the list of a secretary pass. */
  public void pass(String taskId, String entryId, String reviewer) {
    reviews.save(taskId, entryId, true, "", reviewer);
  }

  private void save(
      String listId, String caseId, List<ListDraft.Row> rows, String reason, String user) {
    int revision = lists.find(listId).map(ListDraft::revision).orElse(0);
    lists.save(listId, caseId, new ListDraft(revision, rows, reason), user).orElseThrow();
  }
}
