package org.dangwu.rectification;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.engine.ModelBean;

/**
 * Begins an item: whom it goes to, until when, and whether help is asked for at once (A31, A32).
 */
@ModelBean("rectificationItem")
class OpenItem implements JavaDelegate {

  private final ItemRegister items;
  private final HelpRequests helps;
  private final RectificationDates dates;

  OpenItem(ItemRegister items, HelpRequests helps, RectificationDates dates) {
    this.items = items;
    this.helps = helps;
    this.dates = dates;
  }

  @Override
  public void execute(DelegateExecution execution) {
    RectificationItem item =
        items.get((String) execution.getVariable(RectificationProcess.ITEM_ID));
    items.begin(item.id(), execution.getProcessInstanceId());
    boolean helpNeeded = !item.helpNeeded().isEmpty();
    if (helpNeeded && helps.of(item.id()).isEmpty()) {
      helps.open(item.id(), item.helpNeeded(), item.owner());
    }
    execution.setVariable(
        RectificationProcess.HELP_NEEDED, RectificationProcess.answer(helpNeeded));
    execution.setVariable(RectificationProcess.OWNER, item.owner());
    execution.setVariable(RectificationProcess.DUE_DATE, dates.due(item.dueOn()));
    execution.setVariable(
        RectificationProcess.WATCH_CYCLE,
        dates.watchCycle(item.dueOn(), item.organization(), item.year()));
  }
}
