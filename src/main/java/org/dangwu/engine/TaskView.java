package org.dangwu.engine;

import java.util.Date;
import java.util.Map;

/** An open task with the properties of its element and the routing facts visible from it. */
public record TaskView(
    String taskId,
    String name,
    String elementId,
    String processDefinitionId,
    String processDefinitionKey,
    String processInstanceId,
    String assignee,
    Date due,
    Map<String, String> properties,
    Map<String, Object> variables) {

  public String property(String name) {
    return properties.get(name);
  }

  /** A routing fact as text, or null. */
  public String fact(String name) {
    Object value = variables.get(name);
    return value == null ? null : value.toString();
  }
}
