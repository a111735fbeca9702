package org.dangwu.memberreview.year;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.desk.Lists;
import org.dangwu.engine.ModelBean;
import org.dangwu.procedure.GuidedBodies.Body;

/** Freezes the list of branches for which the year is deployed (B01). */
@ModelBean("listReviewBranches")
class ListReviewBranches implements JavaDelegate {

  private final ReviewYearBook book;
  private final Branches branches;

  ListReviewBranches(ReviewYearBook book, Branches branches) {
    this.book = book;
    this.branches = branches;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = (String) execution.getVariable("caseId");
    book.freeze(caseId, branches.of((String) execution.getVariable("organization")));
    execution.setVariable(
        "branches", Lists.json(book.of(caseId).stream().map(Body::code).toList()));
  }
}
