package org.dangwu.debriefing.session;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Completes a step of the session as Tasklist does, and takes up the next one. */
@Component("debriefSessionMoves")
class SessionMoves {

  private static final int FEW = 10;

  private final TaskService tasks;
  private final FormService forms;

  SessionMoves(TaskService tasks, FormService forms) {
    this.tasks = tasks;
    this.forms = forms;
  }

  /**
   * @return false when somebody else holds it
   */
  boolean claim(String taskId, String user) {
    try {
      tasks.claim(taskId, user);
      return true;
    } catch (AuthorizationException | TaskAlreadyClaimedException taken) {
      return false;
    }
  }

  void complete(String taskId) {
    forms.submitTaskForm(taskId, Map.of());
  }

  /** The step that the same recorder goes on with; empty at the end. */
  Optional<String> following(String run, String user) {
    for (Task task :
        tasks
            .createTaskQuery()
            .processInstanceId(run)
            .taskDefinitionKeyIn(SessionSteps.ALL.toArray(String[]::new))
            .listPage(0, FEW)) {
      if (user.equals(task.getAssignee())
          || task.getAssignee() == null && claim(task.getId(), user)) {
        return Optional.of(task.getId());
      }
    }
    return Optional.empty();
  }
}
