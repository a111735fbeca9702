package org.dangwu.rectification;

import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Only what the superior's organizers let pass becomes items (C21); what they return stays open for
 * its secretary. Nobody reviews his own list.
 */
@Component
@Order(50)
class ListReviewGuard implements CompletionGuard {

  private final ListMatters matters;
  private final ListStore lists;
  private final ListReviews reviews;
  private final ItemListing listing;
  private final Sentences sentences;

  ListReviewGuard(
      ListMatters matters,
      ListStore lists,
      ListReviews reviews,
      ItemListing listing,
      Sentences sentences) {
    this.matters = matters;
    this.lists = lists;
    this.reviews = reviews;
    this.listing = listing;
    this.sentences = sentences;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    if (!task.elementId().equals(RectificationProcess.Tasks.REVIEW_LIST)) {
      return;
    }
    ListMatter list = matters.of(task);
    String reviewer = task.assignee().orElseThrow(() -> sentences.refusal("task.claim"));
    requireOther(list, reviewer);
    Judgement review =
        reviews
            .find(task.taskId())
            .filter(saved -> saved.judge().equals(reviewer))
            .orElseThrow(() -> sentences.refusal("review.missing"));
    reviews.finish(task.taskId());
    if (review.passed()) {
      listing.list(list, list.secretary());
    } else {
      lists.reopen(list.listId());
    }
    task.setVariable(
        RectificationProcess.LIST_DECISION,
        review.passed() ? RectificationProcess.PASS : RectificationProcess.RETURN);
  }

  /**
   * @throws org.dangwu.engine.SubmissionRefused when the list is the person's own
   */
  void requireOther(ListMatter list, String reviewer) {
    if (list.secretary().equals(reviewer)) {
      throw sentences.refusal("review.own");
    }
  }
}
