package org.dangwu.rectification;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.dangwu.engine.ModelBean;

/** Hands the numbers of the listed items to the calling process, which begins one process each. */
@ModelBean("rectification")
class ListedItems implements JavaDelegate {

  private final ItemRegister items;

  ListedItems(ItemRegister items) {
    this.items = items;
  }

  @Override
  public void execute(DelegateExecution execution) {
    List<String> listed =
        items.itemsOf((String) execution.getVariable(RectificationProcess.CASE_ID)).stream()
            .filter(item -> item.state() == ItemState.LISTED)
            .map(RectificationItem::id)
            .toList();
    execution.setVariable(
        RectificationProcess.ITEMS,
        Variables.objectValue(new ArrayList<>(listed))
            .serializationDataFormat(Variables.SerializationDataFormats.JSON)
            .create());
  }
}
