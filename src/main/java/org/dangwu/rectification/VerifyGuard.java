package org.dangwu.rectification;

import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Nobody verifies what he himself put right; holds on every path to completion (A31). */
@Component
@Order(50)
class VerifyGuard implements CompletionGuard {

  private final ItemRegister items;
  private final Verifications verifications;
  private final ProgressBook progress;
  private final Sentences sentences;

  VerifyGuard(
      ItemRegister items, Verifications verifications, ProgressBook progress, Sentences sentences) {
    this.items = items;
    this.verifications = verifications;
    this.progress = progress;
    this.sentences = sentences;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    if (!task.elementId().equals(RectificationProcess.Tasks.VERIFY)) {
      return;
    }
    RectificationItem item = items.get((String) task.variable(RectificationProcess.ITEM_ID));
    String verifier = task.assignee().orElseThrow(() -> sentences.refusal("task.claim"));
    requireOther(item, verifier);
    Judgement found =
        verifications
            .find(task.taskId())
            .filter(saved -> saved.judge().equals(verifier))
            .orElseThrow(() -> sentences.refusal("verify.missing"));
    verifications.finish(task.taskId());
    if (!found.passed()) {
      items.reopen(item.id());
    }
    task.setVariable(RectificationProcess.VERIFIED, RectificationProcess.answer(found.passed()));
  }

  /**
   * @throws org.dangwu.engine.SubmissionRefused when the person owns the item, listed it as a
   *     secretary or worked on it
   */
  void requireOther(RectificationItem item, String verifier) {
    if (item.owner().equals(verifier)
        || item.secretary().equals(verifier)
        || progress.hasReported(item.id(), verifier)) {
      throw sentences.refusal("verify.owner");
    }
  }
}
