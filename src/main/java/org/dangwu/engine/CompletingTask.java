package org.dangwu.engine;

import java.util.Optional;

/** A user task in the moment of its completion, as guards see it. */
public interface CompletingTask {

  String taskId();

  /** Id of the element in the model, e.g. {@code UserTask_MakePlan}. */
  String elementId();

  String processDefinitionId();

  String processDefinitionKey();

  String processInstanceId();

  Optional<String> assignee();

  /** A {@code camunda:property} of the element. */
  Optional<String> property(String name);

  /** A variable visible from the task, or null. */
  Object variable(String name);

  /** Sets a routing fact where it is already known, otherwise on the process instance. */
  void setVariable(String name, Object value);
}
