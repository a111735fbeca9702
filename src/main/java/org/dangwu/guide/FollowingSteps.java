package org.dangwu.guide;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.dangwu.engine.ElementProperties;
import org.springframework.stereotype.Component;

/**
 * Walks a model from a step to the steps that people meet next: through gateways, automatic steps
 * and the borders of sub-processes and called processes.
 */
@Component
class FollowingSteps {

  private static final int MOST_CONDITIONS = 3;
  private static final int MOST_CHOICES = 8;

  private final Responsible responsible;
  private final GuideTexts texts;

  FollowingSteps(Responsible responsible, GuideTexts texts) {
    this.responsible = responsible;
    this.texts = texts;
  }

  /**
   * @param caller the call activity that this process was called by, with its own caller
   */
  List<NextStep> after(FlowNode node, Caller caller) {
    Set<NextStep> found = new LinkedHashSet<>();
    Caller waiting = caller;
    Walk walk = new Walk(waiting);
    walk.leave(node, List.of(), without(node));
    found.addAll(walk.found);
    // What follows in the caller depends on its own questions: told once, after the own answers.
    while (walk.returned && waiting != null) {
      Caller above = waiting.above();
      walk = new Walk(above);
      walk.leave(waiting.element(), List.of());
      found.addAll(walk.found);
      waiting = above;
    }
    return List.copyOf(found);
  }

  /**
   * A call activity that waits for the process.
   *
   * @param above its own caller, or null
   */
  record Caller(CallActivity element, Caller above) {}

  private final class Walk {

    private final Set<NextStep> found = new LinkedHashSet<>();
    private final Set<String> passed = new HashSet<>();
    private final Set<String> never = new HashSet<>();
    private final Caller caller;
    private boolean returned;

    Walk(Caller caller) {
      this.caller = caller;
    }

    /**
     * @param without ids of flows that are never taken from here
     */
    void leave(FlowNode node, List<String> conditions, Set<String> without) {
      never.addAll(without);
      leave(node, conditions);
    }

    void leave(FlowNode node, List<String> conditions) {
      // A loop through automatic steps comes by here again.
      if (conditions.size() > MOST_CHOICES || !passed.add(node.getId() + conditions)) {
        return;
      }
      List<String> here = conditions;
      if (node instanceof Activity activity
          && activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics loop) {
        if (loop.isSequential()) {
          enter(node, with(conditions, texts.say("condition.more")));
        }
        here = with(conditions, texts.say("condition.all"));
      } else if (node instanceof ParallelGateway && node.getIncoming().size() > 1) {
        here = with(without(conditions, texts.say("condition.all")), texts.say("condition.joined"));
      }
      if (node.getOutgoing().isEmpty()) {
        leaveScope(node, here);
        return;
      }
      for (SequenceFlow flow : node.getOutgoing()) {
        if (!never.contains(flow.getId())) {
          enter(flow.getTarget(), chosen(node, flow, here));
        }
      }
    }

    private void enter(FlowNode node, List<String> conditions) {
      if (node instanceof UserTask task) {
        add(conditions, name(task), responsible.of(task));
      } else if (node instanceof CallActivity call) {
        add(conditions, name(call), responsible.lane(call));
      } else if (node instanceof SubProcess scope) {
        start(scope)
            .ifPresentOrElse(start -> leave(start, conditions), () -> leave(scope, conditions));
      } else if (node instanceof EndEvent end) {
        end(end, conditions);
      } else if (node instanceof IntermediateCatchEvent || node instanceof ReceiveTask) {
        add(conditions, texts.say("step.wait", name(node)), "");
      } else {
        leave(node, conditions);
      }
    }

    private void end(EndEvent end, List<String> conditions) {
      Optional<BoundaryEvent> handler = handler(end);
      if (handler.isPresent()) {
        leave(handler.get(), conditions);
      } else {
        leaveScope(end, conditions);
      }
    }

    private void leaveScope(FlowNode last, List<String> conditions) {
      ModelElementInstance scope = last.getParentElement();
      if (scope instanceof SubProcess around && !around.triggeredByEvent()) {
        leave(around, conditions);
      } else if (scope instanceof SubProcess) {
        add(conditions, texts.say("step.matterDone", name(last)), "");
      } else if (caller != null) {
        returned = true;
        if (!conditions.isEmpty()) {
          add(conditions, texts.say("step.back", name(last), name(caller.element())), "");
        }
      } else {
        add(conditions, texts.say("step.end", name(last)), "");
      }
    }

    private void add(List<String> conditions, String what, String who) {
      List<String> shown =
          conditions.subList(Math.max(0, conditions.size() - MOST_CONDITIONS), conditions.size());
      found.add(new NextStep(String.join(texts.say("condition.and"), shown), what, who));
    }

    private List<String> chosen(FlowNode node, SequenceFlow flow, List<String> conditions) {
      boolean choice = node.getOutgoing().size() > 1 && !(node instanceof ParallelGateway);
      if (!choice || flow.getName() == null || flow.getName().isBlank()) {
        return conditions;
      }
      String question = node instanceof Gateway ? name(node).replaceFirst("[？?]$", "") : "";
      String answer = oneLine(flow.getName());
      if (question.isEmpty()) {
        return with(conditions, answer);
      }
      // Several gateways may ask the same one after the other: the last answer decides.
      String asked = texts.say("condition.answer", question, "");
      return with(without(conditions, asked), texts.say("condition.answer", question, answer));
    }
  }

  /**
   * A gateway that several tasks share may offer an answer that one of them never gives: the model
   * says so in the property {@code guide.without} of that task.
   */
  static Set<String> without(FlowNode node) {
    String flows = ElementProperties.of(node).getOrDefault("guide.without", "");
    return flows.isBlank() ? Set.of() : Set.of(flows.strip().split("\\s*,\\s*"));
  }

  private static Optional<StartEvent> start(SubProcess scope) {
    return scope.getChildElementsByType(StartEvent.class).stream().findFirst();
  }

  /** Where an error end event is caught: at the border of a scope around it. */
  private static Optional<BoundaryEvent> handler(EndEvent end) {
    boolean error =
        end.getEventDefinitions().stream().anyMatch(ErrorEventDefinition.class::isInstance);
    ModelElementInstance scope = end.getParentElement();
    while (error && scope instanceof SubProcess around) {
      for (BoundaryEvent event :
          end.getModelInstance().getModelElementsByType(BoundaryEvent.class)) {
        if (event.getAttachedTo().equals(around) && catchesError(event)) {
          return Optional.of(event);
        }
      }
      scope = scope.getParentElement();
    }
    return Optional.empty();
  }

  private static boolean catchesError(BoundaryEvent event) {
    Collection<?> definitions = event.getEventDefinitions();
    return definitions.stream().anyMatch(ErrorEventDefinition.class::isInstance);
  }

  private static List<String> without(List<String> conditions, String beginning) {
    return conditions.stream().filter(condition -> !condition.startsWith(beginning)).toList();
  }

  private static List<String> with(List<String> conditions, String another) {
    List<String> all = new ArrayList<>(conditions);
    if (!all.contains(another)) {
      all.add(another);
    }
    return all;
  }

  private static String name(FlowElement element) {
    return element.getName() == null ? "" : oneLine(element.getName());
  }

  private static String oneLine(String name) {
    return name.replaceAll("\\s+", "");
  }
}
