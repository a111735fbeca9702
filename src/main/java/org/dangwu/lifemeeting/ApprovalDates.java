package org.dangwu.lifemeeting;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.engine.ModelBean;
import org.dangwu.procedure.Parameters;

/**
 * Until when a superior should answer and how often he is reminded (E06: reminders, never approval
 * by silence).
 */
@ModelBean("approvalDates")
class ApprovalDates implements JavaDelegate {

  private final Parameters parameters;
  private final Clock clock;

  ApprovalDates(Parameters parameters, Clock clock) {
    this.parameters = parameters;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    LocalDate due = LocalDate.now(clock).plusDays(figure("approval.escalationDays", execution));
    execution.setVariable("approvalDueDate", Deadlines.endOf(due));
    execution.setVariable(
        "approvalReminderCycle", "R/P" + figure("approval.reminderDays", execution) + "D");
  }

  private int figure(String key, DelegateExecution execution) {
    return parameters.number(
        key,
        LifeMeetingProcess.ORGANIZATION.from(execution),
        LifeMeetingProcess.YEAR.from(execution));
  }
}
