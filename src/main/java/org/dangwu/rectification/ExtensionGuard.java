package org.dangwu.rectification;

import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.dangwu.rectification.Extensions.Extension;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** An extension is decided on record and by somebody else than who asked for it. */
@Component
@Order(50)
class ExtensionGuard implements CompletionGuard {

  private final ItemRegister items;
  private final Extensions extensions;
  private final Sentences sentences;

  ExtensionGuard(ItemRegister items, Extensions extensions, Sentences sentences) {
    this.items = items;
    this.extensions = extensions;
    this.sentences = sentences;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    if (!task.elementId().equals(RectificationProcess.Tasks.DECIDE_EXTENSION)) {
      return;
    }
    RectificationItem item = items.get((String) task.variable(RectificationProcess.ITEM_ID));
    String decider = task.assignee().orElseThrow(() -> sentences.refusal("task.claim"));
    Extension extension =
        extensions
            .openOne(item.id())
            .filter(open -> open.agreed() != null && decider.equals(open.decidedBy()))
            .orElseThrow(() -> sentences.refusal("extension.undecided"));
    requireOther(item, extension, decider);
    extensions.end(
        extension.id(), extension.agreed() ? Extensions.State.AGREED : Extensions.State.REFUSED);
    task.setVariable(
        RectificationProcess.EXTENSION_AGREED, RectificationProcess.answer(extension.agreed()));
  }

  void requireOther(RectificationItem item, Extension extension, String decider) {
    if (item.owner().equals(decider)
        || item.secretary().equals(decider)
        || extension.requestedBy().equals(decider)) {
      throw sentences.refusal("extension.owner");
    }
  }
}
