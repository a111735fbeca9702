package org.dangwu.dossier.casefile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.engine.TaskModels;
import org.dangwu.engine.TaskView;
import org.dangwu.engine.Unrestricted;
import org.springframework.stereotype.Component;

/** Open tasks and who holds them. Whether a person may see a task is decided here and not asked. */
@Component
class HeldTasks {

  private final TaskModels models;
  private final TaskService tasks;
  private final Unrestricted unrestricted;

  HeldTasks(TaskModels models, TaskService tasks, Unrestricted unrestricted) {
    this.models = models;
    this.tasks = tasks;
    this.unrestricted = unrestricted;
  }

  /** The open task, whoever holds it. */
  Optional<HeldTask> find(String taskId) {
    return unrestricted.call(() -> models.find(taskId)).map(HeldTasks::of);
  }

  /** Whether the task waits for somebody to claim it and this person may. */
  boolean mayClaim(String taskId, String user) {
    return unrestricted.call(
        () -> tasks.createTaskQuery().taskId(taskId).taskCandidateUser(user).count() > 0);
  }

  /** The open tasks of a case that the person holds. */
  List<HeldTask> of(String user, String caseId) {
    return unrestricted.call(
        () ->
            tasks
                .createTaskQuery()
                .taskAssignee(user)
                .processVariableValueEquals("caseId", caseId)
                .list()
                .stream()
                .map(task -> of(task, caseId))
                .toList());
  }

  /** All open tasks of a case. */
  List<HeldTask> ofCase(String caseId) {
    return unrestricted.call(
        () ->
            tasks.createTaskQuery().processVariableValueEquals("caseId", caseId).list().stream()
                .map(task -> of(task, caseId))
                .toList());
  }

  private HeldTask of(Task task, String caseId) {
    Map<String, String> properties =
        models.properties(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
    Set<String> needed = HeldTask.variables(properties);
    Map<String, Object> variables =
        needed.isEmpty()
            ? Map.of("caseId", caseId)
            : withCase(tasks.getVariables(task.getId(), needed), caseId);
    return HeldTask.of(task.getId(), task.getName(), task.getAssignee(), properties, variables);
  }

  private static Map<String, Object> withCase(Map<String, Object> variables, String caseId) {
    Map<String, Object> all = new HashMap<>(variables);
    all.put("caseId", caseId);
    return all;
  }

  private static HeldTask of(TaskView view) {
    return HeldTask.of(
        view.taskId(), view.name(), view.assignee(), view.properties(), view.variables());
  }
}
