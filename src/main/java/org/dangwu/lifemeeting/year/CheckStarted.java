package org.dangwu.lifemeeting.year;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.engine.ModelBean;

/** Whether every body's meeting could be started. */
@ModelBean("checkStarted")
class CheckStarted implements JavaDelegate {

  private final YearBook book;

  CheckStarted(YearBook book) {
    this.book = book;
  }

  @Override
  public void execute(DelegateExecution execution) {
    boolean blocked =
        book.of((String) execution.getVariable("caseId")).stream()
            .anyMatch(body -> body.blockedReason() != null);
    execution.setVariable("startResult", blocked ? "BLOCKED" : "ALL");
  }
}
