package org.dangwu.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.engine.TaskModels;
import org.dangwu.engine.Unrestricted;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureCases;
import org.springframework.stereotype.Component;

/** What waits for a person: assigned to him, or open to one of his groups. */
@Component
class WaitingTasks {

  private static final int SHOWN = 50;

  /** Where a step concerns another body than the one that holds the run: its name. */
  private static final String CONCERNED = "bodyName";

  private final TaskService tasks;
  private final RuntimeService runtime;
  private final TaskModels models;
  private final ProcedureCases cases;
  private final Unrestricted unrestricted;
  private final Clock clock;

  WaitingTasks(
      TaskService tasks,
      RuntimeService runtime,
      TaskModels models,
      ProcedureCases cases,
      Unrestricted unrestricted,
      Clock clock) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.models = models;
    this.cases = cases;
    this.unrestricted = unrestricted;
    this.clock = clock;
  }

  /** Urgent ones first. The engine's own authorisations and tenants apply. */
  List<WaitingTask> of(String userId) {
    List<Task> found =
        tasks
            .createTaskQuery()
            .or()
            .taskAssignee(userId)
            .taskCandidateUser(userId)
            .endOr()
            .orderByDueDate()
            .asc()
            .listPage(0, SHOWN);
    Map<String, String> about = about(found);
    return found.stream()
        .map(task -> waiting(task, userId, about.getOrDefault(task.getId(), "")))
        .sorted(
            Comparator.comparing(WaitingTask::due, Comparator.nullsLast(Comparator.naturalOrder())))
        .toList();
  }

  private WaitingTask waiting(Task task, String userId, String about) {
    LocalDate due = day(task.getDueDate());
    Long left = due == null ? null : ChronoUnit.DAYS.between(LocalDate.now(clock), due);
    Map<String, String> properties =
        models.properties(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
    String page = properties.get("page.full");
    return new WaitingTask(
        task.getId(),
        task.getName(),
        about,
        due,
        left,
        userId.equals(task.getAssignee()),
        page == null ? null : page.replace("{taskId}", task.getId()),
        properties.getOrDefault("page.label", "打开页面"));
  }

  /** Two queries for all tasks, so that a long list costs no more statements than a short one. */
  private Map<String, String> about(List<Task> found) {
    if (found.isEmpty()) {
      return Map.of();
    }
    String[] instances =
        found.stream().map(Task::getProcessInstanceId).distinct().toArray(String[]::new);
    List<VariableInstance> variables =
        unrestricted.call(
            () ->
                runtime
                    .createVariableInstanceQuery()
                    .processInstanceIdIn(instances)
                    .variableNameIn("caseId", "organizationName", "year", CONCERNED)
                    .list());
    Map<String, Map<String, String>> facts =
        variables.stream()
            .filter(fact -> !CONCERNED.equals(fact.getName()))
            .collect(
                Collectors.groupingBy(
                    VariableInstance::getProcessInstanceId,
                    Collectors.toMap(
                        VariableInstance::getName,
                        fact -> String.valueOf(fact.getValue()),
                        (first, second) -> first)));
    Map<String, String> concerned =
        variables.stream()
            .filter(fact -> CONCERNED.equals(fact.getName()))
            .collect(
                Collectors.toMap(
                    VariableInstance::getExecutionId,
                    fact -> String.valueOf(fact.getValue()),
                    (first, second) -> first));
    Map<String, String> titles =
        cases
            .findAll(
                facts.values().stream()
                    .map(known -> known.get("caseId"))
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet()))
            .stream()
            .collect(Collectors.toMap(ProcedureCase::caseId, ProcedureCase::title));
    return found.stream()
        .filter(task -> facts.containsKey(task.getProcessInstanceId()))
        .collect(
            Collectors.toMap(
                Task::getId,
                task ->
                    words(
                        concerned.get(task.getExecutionId()),
                        facts.get(task.getProcessInstanceId()),
                        titles)));
  }

  /**
   * A body may hold its yearly meeting and special ones at the same time: the title tells which. A
   * superior's run has the same step for many bodies: the one concerned is named.
   */
  private static String words(
      String concerned, Map<String, String> facts, Map<String, String> titles) {
    return (concerned == null ? facts.getOrDefault("organizationName", "") : concerned)
        + " "
        + titles.getOrDefault(
            facts.getOrDefault("caseId", ""), facts.getOrDefault("year", "") + "年度");
  }

  /** Open steps of runs: process instance → names of open tasks. */
  Map<String, List<String>> openSteps(Set<String> processInstances) {
    if (processInstances.isEmpty()) {
      return Map.of();
    }
    return unrestricted.call(
        () ->
            runtime
                .createProcessInstanceQuery()
                .processInstanceIds(processInstances)
                .list()
                .stream()
                .collect(
                    Collectors.toMap(
                        instance -> instance.getProcessInstanceId(),
                        instance -> stepsOf(instance.getBusinessKey(), instance.getId()))));
  }

  private List<String> stepsOf(String businessKey, String instance) {
    // A called process keeps the business key of the run, so its tasks are found with it.
    var query = tasks.createTaskQuery();
    List<Task> open =
        businessKey == null
            ? query.processInstanceId(instance).list()
            : query.processInstanceBusinessKey(businessKey).list();
    return open.stream().map(Task::getName).distinct().sorted().toList();
  }

  private LocalDate day(Date date) {
    return date == null ? null : date.toInstant().atZone(clock.getZone()).toLocalDate();
  }
}
