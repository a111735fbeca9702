package org.dangwu.engine;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * Forms give days, which the engine keeps as midnight: without this a task due today would count as
 * overdue in Tasklist from its first moment on.
 */
@Component
class DueUntilEvening implements TaskListener {

  private final Clock clock;

  DueUntilEvening(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void notify(DelegateTask task) {
    if (task.getDueDate() != null) {
      task.setDueDate(WholeDays.until(task.getDueDate(), clock.getZone()));
    }
  }
}
