package org.dangwu.engine;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Open tasks together with what the model says of their elements, as the current user may see them.
 */
@Component
public class TaskModels {

  private final TaskService tasks;
  private final RepositoryService repository;
  private final Unrestricted unrestricted;

  TaskModels(TaskService tasks, RepositoryService repository, Unrestricted unrestricted) {
    this.tasks = tasks;
    this.repository = repository;
    this.unrestricted = unrestricted;
  }

  /** The task, or empty when it is completed or the current user may not see it. */
  public Optional<TaskView> find(String taskId) {
    return Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult())
        .map(this::view);
  }

  /** The properties that the model gives to an element of a definition. */
  public Map<String, String> properties(String processDefinitionId, String elementId) {
    return unrestricted.call(
        () ->
            ElementProperties.of(
                repository
                    .getBpmnModelInstance(processDefinitionId)
                    .getModelElementById(elementId)));
  }

  private TaskView view(Task task) {
    String definition = task.getProcessDefinitionId();
    return new TaskView(
        task.getId(),
        task.getName(),
        task.getTaskDefinitionKey(),
        definition,
        definition.substring(0, definition.indexOf(':')),
        task.getProcessInstanceId(),
        task.getAssignee(),
        task.getDueDate(),
        properties(definition, task.getTaskDefinitionKey()),
        unrestricted.call(() -> tasks.getVariables(task.getId())));
  }
}
