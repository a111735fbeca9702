package org.dangwu.memberreview.year;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.engine.ModelBean;

/** Whether the review of every branch that holds one could be started (B01, E34). */
@ModelBean("checkReviewStarted")
class CheckReviewStarted implements JavaDelegate {

  private final ReviewYearBook book;

  CheckReviewStarted(ReviewYearBook book) {
    this.book = book;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = (String) execution.getVariable("caseId");
    boolean blocked =
        book.of(caseId).stream()
            .filter(branch -> branch.blockedReason() != null)
            .anyMatch(branch -> !book.isExempt(caseId, branch.code()));
    execution.setVariable("startResult", blocked ? "BLOCKED" : "ALL");
  }
}
