package org.dangwu.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks every guard before a user task completes, whichever way the completion came. */
@Component
class CompletionListener implements TaskListener {

  private final ObjectProvider<CompletionGuard> guards;

  CompletionListener(ObjectProvider<CompletionGuard> guards) {
    this.guards = guards;
  }

  @Override
  public void notify(DelegateTask task) {
    EngineTask completing = new EngineTask((TaskEntity) task);
    guards.orderedStream().forEach(guard -> guard.beforeCompletion(completing));
  }
}
