package org.dangwu.rectification;

import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** An owner asks for verification only with a report, and not while his superior is to answer. */
@Component
@Order(50)
class RectifyGuard implements CompletionGuard {

  private final ItemRegister items;
  private final ProgressBook progress;
  private final HelpRequests helps;
  private final Dossiers dossiers;
  private final Sentences sentences;

  RectifyGuard(
      ItemRegister items,
      ProgressBook progress,
      HelpRequests helps,
      Dossiers dossiers,
      Sentences sentences) {
    this.items = items;
    this.progress = progress;
    this.helps = helps;
    this.dossiers = dossiers;
    this.sentences = sentences;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    if (!task.elementId().equals(RectificationProcess.Tasks.RECTIFY)) {
      return;
    }
    RectificationItem item = items.get((String) task.variable(RectificationProcess.ITEM_ID));
    if (!progress.reportedSinceReturn(item.id())) {
      throw sentences.refusal("rectify.noReport");
    }
    if (helps.openOne(item.id()).isPresent()) {
      throw sentences.refusal("rectify.helpOpen");
    }
    DocumentKey evidence = Evidence.key(item);
    if (dossiers.exists(evidence)) {
      dossiers.finish(evidence, task.assignee().orElse(item.owner()));
    }
    items.submit(item.id());
  }
}
