package org.dangwu.procedure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.dangwu.engine.ModelConditions;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.engine.TaskModels;
import org.dangwu.engine.Unrestricted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people may set in motion while a run is under way. The model alone says what there is: every
 * message event that a run waits for and whose element has the property {@code action.label} is an
 * action; {@code action.roles} says for whom, {@code action.when} on which condition, {@code
 * action.hint} what it does. So a process owner adds one without Java.
 */
@Component
public class CaseActions {

  /** Variable in the scope of the triggered event: user id of who set it in motion. */
  public static final String REQUESTED_BY = "requestedBy";

  private static final Logger log = LoggerFactory.getLogger(CaseActions.class);
  private static final String GONE = "该事项目前不能办理，可能已经办过或者条件已经变化，请刷新进度页面后再看。";

  private final ProcedureCases cases;
  private final CaseRoles roles;
  private final Rosters rosters;
  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final TaskService tasks;
  private final TaskModels models;
  private final ModelConditions conditions;
  private final Unrestricted unrestricted;
  private final List<ExtraRunRoles> extraRoles;

  CaseActions(
      ProcedureCases cases,
      CaseRoles roles,
      Rosters rosters,
      RuntimeService runtime,
      RepositoryService repository,
      TaskService tasks,
      TaskModels models,
      ModelConditions conditions,
      Unrestricted unrestricted,
      List<ExtraRunRoles> extraRoles) {
    this.cases = cases;
    this.roles = roles;
    this.rosters = rosters;
    this.runtime = runtime;
    this.repository = repository;
    this.tasks = tasks;
    this.models = models;
    this.conditions = conditions;
    this.unrestricted = unrestricted;
    this.extraRoles = extraRoles;
  }

  /** What this person may set in motion now, by label. */
  public List<CaseAction> offered(String caseId, String userId) {
    return unrestricted.call(() -> waiting(caseId, userId)).stream().map(Waiting::action).toList();
  }

  /**
   * Sets it in motion. Who has already done so and still has its first task is led to that task.
   *
   * @throws SubmissionRefused when it is not offered to this person, or no longer
   */
  @Transactional
  public CaseAction.Outcome perform(String caseId, String message, String userId) {
    return unrestricted.call(
        () -> {
          Waiting waiting =
              waiting(caseId, userId).stream()
                  .filter(found -> found.action().message().equals(message))
                  .findFirst()
                  .orElseThrow(() -> new SubmissionRefused(GONE));
          Optional<Task> before = ownTask(waiting, userId);
          if (before.isPresent()) {
            return new CaseAction.Outcome(waiting.action(), before.get().getId(), true);
          }
          correlate(waiting, userId);
          return new CaseAction.Outcome(
              waiting.action(), ownTask(waiting, userId).map(Task::getId).orElse(null), false);
        });
  }

  private void correlate(Waiting waiting, String userId) {
    try {
      runtime
          .createMessageCorrelation(waiting.action().message())
          .processInstanceId(waiting.subscription().getProcessInstanceId())
          .setVariableToTriggeredScope(REQUESTED_BY, userId)
          .correlate();
    } catch (MismatchingMessageCorrelationException passed) {
      throw new SubmissionRefused(GONE, passed);
    }
  }

  private List<Waiting> waiting(String caseId, String userId) {
    Optional<ProcedureCase> running =
        cases.find(caseId).filter(run -> run.state() == ProcedureCase.State.RUNNING);
    if (running.isEmpty()) {
      return List.of();
    }
    Map<String, Waiting> found = new LinkedHashMap<>();
    for (ProcessInstance instance : instances(running.get())) {
      for (EventSubscription subscription : subscriptions(instance)) {
        Map<String, String> properties =
            models.properties(instance.getProcessDefinitionId(), subscription.getActivityId());
        String label = properties.get("action.label");
        if (label != null
            && mayAct(running.get(), properties.get("action.roles"), userId)
            && holds(properties.get("action.when"), subscription)) {
          CaseAction action =
              new CaseAction(subscription.getEventName(), label, properties.get("action.hint"));
          found.putIfAbsent(
              action.message(),
              new Waiting(action, subscription, instance.getProcessDefinitionId()));
        }
      }
    }
    return found.values().stream()
        .sorted(Comparator.comparing(waiting -> waiting.action().message()))
        .toList();
  }

  /** The run itself and whatever it called. */
  private List<ProcessInstance> instances(ProcedureCase run) {
    return runtime
        .createProcessInstanceQuery()
        .rootProcessInstanceId(run.processInstanceId())
        .list();
  }

  private List<EventSubscription> subscriptions(ProcessInstance instance) {
    return runtime
        .createEventSubscriptionQuery()
        .processInstanceId(instance.getId())
        .eventType("message")
        .list();
  }

  /** Without roles it is offered to nobody. */
  private boolean mayAct(ProcedureCase run, String named, String userId) {
    List<String> wanted =
        named == null
            ? List.of()
            : Arrays.stream(named.split(",")).map(String::strip).filter(r -> !r.isEmpty()).toList();
    if (extraRoles.stream()
        .flatMap(extra -> extra.of(userId, run).stream())
        .anyMatch(wanted::contains)) {
      return true;
    }
    List<RosterEntry> roster =
        wanted.contains(CaseRoles.MEMBER) ? rosters.of(run.caseId()) : List.of();
    if (roster.isEmpty()) {
      return roles.holdsAny(userId, run.organization(), wanted);
    }
    // the frozen roster says who is a member of this run, whatever changed since
    List<String> others = new ArrayList<>(wanted);
    others.remove(CaseRoles.MEMBER);
    return roster.stream().anyMatch(entry -> entry.personId().equals(userId))
        || roles.holdsAny(userId, run.organization(), others);
  }

  private boolean holds(String condition, EventSubscription subscription) {
    if (condition == null || condition.isBlank()) {
      return true;
    }
    try {
      return conditions.holds(condition, runtime.getVariables(subscription.getExecutionId()));
    } catch (IllegalArgumentException broken) {
      log.warn(
          "Property action.when of {} cannot be evaluated, so that nobody is offered it: {}",
          subscription.getActivityId(),
          broken.getMessage());
      return false;
    }
  }

  /** An open task of the person in the part of the model that the event begins. */
  private Optional<Task> ownTask(Waiting waiting, String userId) {
    Set<String> elements = tasksBegunBy(waiting);
    return elements.isEmpty()
        ? Optional.empty()
        : tasks
            .createTaskQuery()
            .processInstanceId(waiting.subscription().getProcessInstanceId())
            .taskAssignee(userId)
            .taskDefinitionKeyIn(elements.toArray(String[]::new))
            .orderByTaskCreateTime()
            .desc()
            .list()
            .stream()
            .findFirst();
  }

  private Set<String> tasksBegunBy(Waiting waiting) {
    ModelElementInstance event =
        repository
            .getBpmnModelInstance(waiting.definition())
            .getModelElementById(waiting.subscription().getActivityId());
    return Stream.of(event.getParentElement())
        .filter(SubProcess.class::isInstance)
        .flatMap(part -> part.getChildElementsByType(UserTask.class).stream())
        .map(UserTask::getId)
        .collect(Collectors.toSet());
  }

  private record Waiting(CaseAction action, EventSubscription subscription, String definition) {}
}
