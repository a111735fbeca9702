package org.dangwu.guide;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
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
import org.dangwu.guide.BranchList.Branch;
import org.springframework.stereotype.Component;

/**
 * Walks a model from a step to the steps that people meet next: through gateways, automatic steps
 * and the borders of sub-processes and called processes.
 */
@Component
class FollowingSteps {

  private static final int MOST_CONDITIONS = 3;
  private static final int MOST_CHOICES = 8;

  /** A panel with more lines is not read; then fewer questions are looked ahead. */
  private static final int MOST_LINES = 6;

  private static final List<Integer> QUESTIONS_AHEAD = List.of(MOST_CHOICES, 3, 2);

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
    List<Branch> branches = List.of();
    for (int questions : QUESTIONS_AHEAD) {
      branches = branches(node, caller, questions);
      if (branches.size() <= MOST_LINES) {
        break;
      }
    }
    return branches.stream()
        .flatMap(
            branch ->
                branch.steps().stream()
                    .map(step -> new NextStep(words(branch.conditions()), step.what(), step.who())))
        .distinct()
        .toList();
  }

  private List<Branch> branches(FlowNode node, Caller caller, int questions) {
    BranchList found = new BranchList(texts);
    Caller waiting = caller;
    Walk walk = new Walk(waiting, questions, found);
    walk.leave(node, List.of(), without(node));
    // What follows in the caller depends on its own questions: told once, after the own answers.
    while (walk.returned && waiting != null) {
      Caller above = waiting.above();
      walk = new Walk(above, questions, found);
      walk.leave(waiting.element(), List.of());
      waiting = above;
    }
    return found.merged();
  }

  private String words(List<String> conditions) {
    List<String> shown =
        conditions.subList(Math.max(0, conditions.size() - MOST_CONDITIONS), conditions.size());
    return String.join(texts.say("condition.and"), shown);
  }

  /**
   * A call activity that waits for the process.
   *
   * @param above its own caller, or null
   */
  record Caller(CallActivity element, Caller above) {}

  private final class Walk {

    private final BranchList found;
    private final Set<String> passed = new HashSet<>();
    private final Set<String> never = new HashSet<>();
    private final Caller caller;
    private final int questions;
    private boolean returned;

    /**
     * @param questions after how many answers the next question is only named
     */
    Walk(Caller caller, int questions, BranchList found) {
      this.caller = caller;
      this.questions = questions;
      this.found = found;
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
      if (hasWork(node)
          && ((Activity) node).getLoopCharacteristics()
              instanceof MultiInstanceLoopCharacteristics loop) {
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
      if (isQuestion(node) && found.answers(here) >= questions) {
        add(here, texts.say("step.depends", question(node)), "");
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
      found.add(conditions, what, who);
    }

    private List<String> chosen(FlowNode node, SequenceFlow flow, List<String> conditions) {
      boolean choice = node.getOutgoing().size() > 1 && !(node instanceof ParallelGateway);
      if (!choice || flow.getName() == null || flow.getName().isBlank()) {
        return conditions;
      }
      String answer = oneLine(flow.getName());
      if (question(node).isEmpty()) {
        return with(conditions, answer);
      }
      // Several gateways may ask the same one after the other: the last answer decides.
      String asked = texts.say("condition.answer", question(node), "");
      String given = texts.say("condition.answer", question(node), answer);
      found.mayBeAnswered(asked, given);
      return with(without(conditions, asked), given);
    }
  }

  private static boolean isQuestion(FlowNode node) {
    return node.getOutgoing().size() > 1
        && !(node instanceof ParallelGateway)
        && !question(node).isEmpty();
  }

  private static String question(FlowNode node) {
    return node instanceof Gateway ? name(node).replaceFirst("[？?]$", "") : "";
  }

  /** What runs by itself is done at once, however often it runs. */
  private static boolean hasWork(FlowNode node) {
    return node instanceof UserTask || node instanceof CallActivity || node instanceof SubProcess;
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
