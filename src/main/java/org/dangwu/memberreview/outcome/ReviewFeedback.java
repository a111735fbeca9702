package org.dangwu.memberreview.outcome;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.desk.Lists;
import org.dangwu.engine.ModelBean;

/** Begins the feedback: whom to tell and until when he may object (B21). Never what. */
@ModelBean("reviewFeedback")
class ReviewFeedback implements JavaDelegate {

  private final Feedbacks feedbacks;
  private final Clock clock;

  ReviewFeedback(Feedbacks feedbacks, Clock clock) {
    this.feedbacks = feedbacks;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    int days =
        feedbacks.days(
            (String) execution.getVariable("organization"),
            (Integer) execution.getVariable("year"));
    LocalDate due = LocalDate.now(clock).plusDays(days);
    List<String> members = feedbacks.open((String) execution.getVariable("caseId"), due);
    execution.setVariable("feedbackMembers", Lists.json(members));
    execution.setVariable(
        "feedbackDueDate", Date.from(due.atStartOfDay(clock.getZone()).toInstant()));
  }
}
