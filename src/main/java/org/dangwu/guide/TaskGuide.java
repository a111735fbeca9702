package org.dangwu.guide;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.dangwu.engine.TaskModels;
import org.dangwu.engine.TaskView;
import org.dangwu.engine.Unrestricted;
import org.dangwu.organization.People;
import org.springframework.stereotype.Component;

/** Makes the guidance (办理说明) of an open task for the person who looks at it. */
@Component
public class TaskGuide {

  /** The documentation may quote the rule for readers of the diagram; the panel shows it apart. */
  private static final Pattern QUOTED_RULE = Pattern.compile("\\s*依据[：:].*", Pattern.DOTALL);

  private final TaskModels tasks;
  private final RepositoryService repository;
  private final Unrestricted unrestricted;
  private final RuleCatalogue rules;
  private final FollowingSteps following;
  private final Callers callers;
  private final Responsible responsible;
  private final People people;
  private final Clock clock;

  TaskGuide(
      TaskModels tasks,
      RepositoryService repository,
      Unrestricted unrestricted,
      RuleCatalogue rules,
      FollowingSteps following,
      Callers callers,
      Responsible responsible,
      People people,
      Clock clock) {
    this.tasks = tasks;
    this.repository = repository;
    this.unrestricted = unrestricted;
    this.rules = rules;
    this.following = following;
    this.callers = callers;
    this.responsible = responsible;
    this.people = people;
    this.clock = clock;
  }

  /** Empty when the task is done or the current person may not see it. */
  public Optional<Guide> of(String taskId) {
    return tasks.find(taskId).map(view -> unrestricted.call(() -> guide(view)));
  }

  private Guide guide(TaskView view) {
    UserTask element =
        repository
            .getBpmnModelInstance(view.processDefinitionId())
            .getModelElementById(view.elementId());
    LocalDate today = LocalDate.now(clock);
    LocalDate due =
        view.due() == null ? null : view.due().toInstant().atZone(clock.getZone()).toLocalDate();
    return new Guide(
        view.taskId(),
        view.name(),
        requirement(element),
        Deadline.of(due, today),
        rules(view.property("rule")),
        following.after(element, callers.of(view.processInstanceId())),
        responsible.of(element),
        view.assignee() == null ? null : people.name(view.assignee()));
  }

  static String requirement(BaseElement element) {
    return element.getDocumentations().stream()
        .map(Documentation::getTextContent)
        .map(text -> QUOTED_RULE.matcher(text).replaceFirst("").strip())
        .findFirst()
        .orElse("");
  }

  private List<Rule> rules(String ids) {
    return ids == null
        ? List.of()
        : Arrays.stream(ids.split(","))
            .map(String::strip)
            .map(rules::find)
            .flatMap(Optional::stream)
            .toList();
  }
}
