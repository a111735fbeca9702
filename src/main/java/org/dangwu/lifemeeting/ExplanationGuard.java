package org.dangwu.lifemeeting;

import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.dangwu.lifemeeting.LifeMeetingProcess.Tasks;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Hands on which members must explain themselves (A10). */
@Component
@Order(50)
class ExplanationGuard implements CompletionGuard {

  private final ExplanationList list;
  private final Sentences sentences;

  ExplanationGuard(ExplanationList list, Sentences sentences) {
    this.list = list;
    this.sentences = sentences;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    if (task.elementId().equals(Tasks.FEEDBACK_OPINIONS)) {
      task.setVariable(
          LifeMeetingProcess.FLAGGED_MEMBERS.name(),
          AttendanceGuard.list(
              list.find(task.taskId())
                  .orElseThrow(() -> sentences.refusal("explanation.missing"))));
    }
  }
}
