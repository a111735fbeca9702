package org.dangwu.rectification;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.engine.ModelBean;

/** The facts on which the tables of escalation and accountability decide (E32, A34). */
@ModelBean("rectificationDelay")
class MeasureDelay implements JavaDelegate {

  private final ItemRegister items;
  private final ProgressBook progress;
  private final HelpRequests helps;
  private final Clock clock;

  MeasureDelay(ItemRegister items, ProgressBook progress, HelpRequests helps, Clock clock) {
    this.items = items;
    this.progress = progress;
    this.helps = helps;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    RectificationItem item =
        items.get((String) execution.getVariable(RectificationProcess.ITEM_ID));
    execution.setVariable(
        RectificationProcess.OVERDUE_DAYS, item.overdueDays(LocalDate.now(clock)));
    execution.setVariable(RectificationProcess.SEVERITY, item.severity().name());
    execution.setVariable(
        RectificationProcess.REPORTED, progress.any(item.id()) || !helps.of(item.id()).isEmpty());
  }
}
