package org.dangwu.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Gives every user task the completion listener, its name the detail that it asks for, and keeps
 * its properties at hand.
 */
final class ModelParseListener extends AbstractBpmnParseListener {

  static final String PROPERTIES = "dangwu.properties";

  private final CompletionListener completion;
  private final DueUntilEvening due;

  ModelParseListener(CompletionListener completion, DueUntilEvening due) {
    this.completion = completion;
    this.due = due;
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    Map<String, String> properties = properties(element);
    activity.setProperty(PROPERTIES, properties);
    TaskDefinition task =
        ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
    task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, completion);
    task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, due);
    String detail = properties.get(DetailedName.PROPERTY);
    if (detail != null) {
      task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, new DetailedName(detail));
    }
  }

  private static Map<String, String> properties(Element element) {
    Map<String, String> found = new LinkedHashMap<>();
    Element extension = element.element("extensionElements");
    Element list = extension == null ? null : extension.element("properties");
    if (list != null) {
      list.elements("property").forEach(p -> found.put(p.attribute("name"), p.attribute("value")));
    }
    return Map.copyOf(found);
  }
}
