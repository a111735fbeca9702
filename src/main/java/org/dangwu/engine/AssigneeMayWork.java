package org.dangwu.engine;

import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** Who is assigned a task may work on it; that needs no query for an authorisation. */
final class AssigneeMayWork extends AuthorizationCommandChecker {

  @Override
  public void checkTaskWork(TaskEntity task) {
    String user = Context.getCommandContext().getAuthenticatedUserId();
    if (user == null || !user.equals(task.getAssignee())) {
      super.checkTaskWork(task);
    }
  }
}
