package org.dangwu.dossier.casefile;

import java.util.Objects;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Seals the documents of the case with the completion of a task that has the property {@code
 * dossier.seal} (A25). Runs after the guard that makes its documents final.
 */
@Component
@Order(110)
class SealGuard implements CompletionGuard {

  static final String SEAL = "dossier.seal";

  private final Seals seals;

  SealGuard(Seals seals) {
    this.seals = seals;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    if (task.property(SEAL).filter(Boolean::parseBoolean).isPresent()) {
      String caseId = Objects.toString(task.variable("caseId"));
      seals.seal(caseId, task.assignee().orElse("system"));
    }
  }
}
