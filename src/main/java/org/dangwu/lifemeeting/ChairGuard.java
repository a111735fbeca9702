package org.dangwu.lifemeeting;

import java.util.Set;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes nobody for the chair who may not hold it (E07), whatever the form offered. */
@Component
@Order(50)
class ChairGuard implements CompletionGuard {

  private static final Set<String> DESIGNATIONS =
      Set.of("UserTask_DesignateChair", "UserTask_DesignateSubstitute");

  private final ChairDesignation designation;
  private final Sentences sentences;

  ChairGuard(ChairDesignation designation, Sentences sentences) {
    this.designation = designation;
    this.sentences = sentences;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    if (!DESIGNATIONS.contains(task.elementId())) {
      return;
    }
    String caseId = (String) task.variable(LifeMeetingProcess.CASE_ID.name());
    if (!designation.mayChair(caseId, task.variable("chair"))) {
      throw sentences.refusal("chair.stranger");
    }
  }
}
