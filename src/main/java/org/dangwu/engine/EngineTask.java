package org.dangwu.engine;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** The engine's task behind {@link CompletingTask}. */
record EngineTask(TaskEntity task) implements CompletingTask {

  @Override
  public String taskId() {
    return task.getId();
  }

  @Override
  public String elementId() {
    return task.getTaskDefinitionKey();
  }

  @Override
  public String processDefinitionId() {
    return task.getProcessDefinitionId();
  }

  @Override
  public String processDefinitionKey() {
    return task.getProcessDefinition().getKey();
  }

  @Override
  public String processInstanceId() {
    return task.getProcessInstanceId();
  }

  @Override
  public Optional<String> assignee() {
    return Optional.ofNullable(task.getAssignee());
  }

  @Override
  public Optional<String> property(String name) {
    return Optional.ofNullable(properties().get(name));
  }

  @Override
  public Object variable(String name) {
    return task.getVariable(name);
  }

  @Override
  public void setVariable(String name, Object value) {
    task.setVariable(name, value);
  }

  @SuppressWarnings("unchecked")
  private Map<String, String> properties() {
    Object found =
        task.getProcessDefinition()
            .findActivity(task.getTaskDefinitionKey())
            .getProperty(ModelParseListener.PROPERTIES);
    return found == null ? Map.of() : (Map<String, String>) found;
  }
}
