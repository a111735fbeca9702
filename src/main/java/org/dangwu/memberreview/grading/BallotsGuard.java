package org.dangwu.memberreview.grading;

import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.dangwu.memberreview.MemberReviewProcess.Tasks;
import org.dangwu.memberreview.desk.Steps;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets the ballots begin only when they are arranged, with the roster as it is now (B10). */
@Component
@Order(50)
class BallotsGuard implements CompletionGuard {

  private final ArrangementBook book;
  private final ArrangementRules rules;
  private final Sentences sentences;

  BallotsGuard(ArrangementBook book, ArrangementRules rules, Sentences sentences) {
    this.book = book;
    this.rules = rules;
    this.sentences = sentences;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    if (!Steps.is(task, Tasks.PREPARE_BALLOT)) {
      return;
    }
    String caseId = (String) task.variable("caseId");
    BallotArrangement plan =
        book.find(caseId).orElseThrow(() -> sentences.refusal("ballots.missing"));
    rules.check(
        plan,
        caseId,
        (String) task.variable("organization"),
        Ways.poll(task.variable(Ways.VARIABLE)));
    task.setVariable("committeeReview", plan.committeeReview() ? "YES" : "NO");
  }
}
