package org.dangwu.guide;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.dangwu.organization.Role;
import org.springframework.stereotype.Component;

/**
 * Who does a step, in words, from the expressions that the model gives it to somebody with; where
 * these say nothing that is known, from the lane it lies in.
 */
@Component
class Responsible {

  private static final Pattern GROUP =
      Pattern.compile("\\w+\\.(\\w+)\\((?:'(\\w+)',\\s*)?(\\w+)(?:,\\s*\\w+)*\\)");
  private static final Pattern PERSON = Pattern.compile("[$#]\\{(\\w+)}");

  private final GuideTexts texts;

  Responsible(GuideTexts texts) {
    this.texts = texts;
  }

  String of(UserTask task) {
    String named =
        Stream.of(task.getCamundaAssignee(), task.getCamundaCandidateGroups())
            .filter(Objects::nonNull)
            .flatMap(value -> Arrays.stream(value.split("(?<=}),")))
            .map(this::words)
            .flatMap(Optional::stream)
            .distinct()
            .collect(Collectors.joining("、"));
    return named.isEmpty() ? lane(task) : named;
  }

  /** Name of the lane of an element or of the sub-process around it; empty without lanes. */
  String lane(FlowNode node) {
    ModelElementInstance element = node;
    while (element != null) {
      for (Lane lane : node.getModelInstance().getModelElementsByType(Lane.class)) {
        if (lane.getFlowNodeRefs().contains(element)) {
          return lane.getName() == null ? "" : lane.getName();
        }
      }
      element = element.getParentElement();
    }
    return "";
  }

  private Optional<String> words(String expression) {
    Matcher group = GROUP.matcher(expression);
    if (group.find()) {
      return group.group(2) == null
          ? texts.find("who." + group.group(1))
          : Role.ofId(group.group(2))
              .map(role -> prefix(group.group(1), group.group(3)) + role.label());
    }
    Matcher person = PERSON.matcher(expression.strip());
    return person.matches() ? texts.find("who." + person.group(1)) : Optional.empty();
  }

  private String prefix(String method, String organization) {
    boolean superior = method.startsWith("superior") || organization.startsWith("superior");
    return superior ? texts.say("who.superior") : "";
  }
}
