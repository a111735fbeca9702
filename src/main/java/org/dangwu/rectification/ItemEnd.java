package org.dangwu.rectification;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.dangwu.engine.ModelBean;

/** Stands on the end of an item's process; one that was cancelled is no longer open (E35). */
@ModelBean("rectificationEnd")
class ItemEnd implements ExecutionListener {

  private final ItemRegister items;
  private final OpenRequests requests;

  ItemEnd(ItemRegister items, OpenRequests requests) {
    this.items = items;
    this.requests = requests;
  }

  @Override
  public void notify(DelegateExecution execution) {
    String itemId = (String) execution.getVariable(RectificationProcess.ITEM_ID);
    items.terminate(itemId);
    requests.lapse(itemId);
  }
}
