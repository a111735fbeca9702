package org.dangwu.engine;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.model.bpmn.instance.FlowElement;

/**
 * Stands on the start event of an event sub-process that may run several times side by side, such
 * as two members asking for leave. Its property {@code local} names the facts that belong to this
 * round alone, e.g. {@code member=requestedBy,leaveReason}: each begins empty, or as a copy of the
 * fact after the equals sign. Without it the engine would keep them on the whole instance, where
 * one round overwrites the other.
 */
@ModelBean("localFacts")
public class LocalFacts implements ExecutionListener {

  private static final String PROPERTY = "local";

  @Override
  public void notify(DelegateExecution execution) {
    names(execution.getBpmnModelElementInstance())
        .forEach(
            (name, source) ->
                execution.setVariableLocal(
                    name, source.isEmpty() ? null : execution.getVariable(source)));
  }

  private static Map<String, String> names(FlowElement element) {
    Map<String, String> names = new LinkedHashMap<>();
    Arrays.stream(ElementProperties.of(element).getOrDefault(PROPERTY, "").split(","))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .forEach(
            part -> {
              String[] sides = part.split("=", 2);
              names.put(sides[0].strip(), sides.length == 2 ? sides[1].strip() : "");
            });
    return names;
  }
}
