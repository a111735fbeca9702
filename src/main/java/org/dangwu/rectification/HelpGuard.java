package org.dangwu.rectification;

import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.dangwu.rectification.HelpRequests.Help;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The superior's answer is on record before his task is done (A32): it is never a silent one. */
@Component
@Order(50)
class HelpGuard implements CompletionGuard {

  private final ItemRegister items;
  private final HelpRequests helps;
  private final Sentences sentences;

  HelpGuard(ItemRegister items, HelpRequests helps, Sentences sentences) {
    this.items = items;
    this.helps = helps;
    this.sentences = sentences;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    if (!task.elementId().equals(RectificationProcess.Tasks.ANSWER_HELP)) {
      return;
    }
    RectificationItem item = items.get((String) task.variable(RectificationProcess.ITEM_ID));
    String user = task.assignee().orElseThrow(() -> sentences.refusal("task.claim"));
    Help help =
        helps
            .openOne(item.id())
            .filter(open -> open.answer() != null && user.equals(open.answeredBy()))
            .orElseThrow(() -> sentences.refusal("help.unanswered"));
    helps.end(help.id(), HelpRequests.State.ANSWERED);
  }
}
