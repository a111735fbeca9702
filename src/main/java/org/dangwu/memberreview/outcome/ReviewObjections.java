package org.dangwu.memberreview.outcome;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.engine.ModelBean;
import org.dangwu.memberreview.grading.ItemBook;
import org.dangwu.memberreview.outcome.Feedback.Decision;

/** Sends back to the committee what the superior wants studied again, and only that (E24). */
@ModelBean("reviewObjections")
class ReviewObjections implements JavaDelegate {

  private final FeedbackBook book;
  private final ItemBook items;

  ReviewObjections(FeedbackBook book, ItemBook items) {
    this.book = book;
    this.items = items;
  }

  @Override
  public void execute(DelegateExecution execution) {
    boolean changed = false;
    for (Feedback feedback : book.of((String) execution.getVariable("caseId"))) {
      if (feedback.decision() == Decision.CHANGE) {
        items.reopen(feedback.itemId());
        book.close(feedback.itemId());
        changed = true;
      }
    }
    execution.setVariable("resultsChanged", changed ? "YES" : "NO");
  }
}
