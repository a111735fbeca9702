package org.dangwu.rectification;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.engine.ModelBean;

/** Closes a verified item (销号) and, after the last of its list, completes the document. */
@ModelBean("rectificationClosing")
class CloseItem implements JavaDelegate {

  private final ItemRegister items;
  private final OpenRequests requests;
  private final Verifications verifications;
  private final ListDocument document;

  CloseItem(
      ItemRegister items,
      OpenRequests requests,
      Verifications verifications,
      ListDocument document) {
    this.items = items;
    this.requests = requests;
    this.verifications = verifications;
    this.document = document;
  }

  @Override
  public void execute(DelegateExecution execution) {
    RectificationItem item =
        items.get((String) execution.getVariable(RectificationProcess.ITEM_ID));
    items.close(item.id());
    requests.lapse(item.id());
    document.writeWhenAllClosed(item, verifier(item));
  }

  private String verifier(RectificationItem item) {
    return verifications.of(item.id()).stream()
        .reduce((first, second) -> second)
        .map(Judgement::judge)
        .orElse(item.owner());
  }
}
