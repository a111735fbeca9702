package org.dangwu.lifemeeting;

import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.dangwu.engine.FiredTimers;
import org.dangwu.engine.ModelBean;
import org.dangwu.engine.Unrestricted;
import org.dangwu.engine.WholeDays;

/**
 * Step 重新推算期限 of the model: the meeting has another day (A02, E03, E04, A37), and whatever hangs on
 * it follows: the run's own dates, the called processes, due dates of open tasks and timers, those
 * too that have already fired for the day that was given up. The model says what hangs on a date:
 * everything due at a single variable, {@code ${meetingDate}}.
 */
@ModelBean("meetingMoved")
class MeetingMoved implements JavaDelegate {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");

  private final LifeMeetingDates dates;
  private final List<FollowingDates> following;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final ManagementService management;
  private final RepositoryService repository;
  private final FiredTimers fired;
  private final Unrestricted unrestricted;

  MeetingMoved(
      LifeMeetingDates dates,
      List<FollowingDates> following,
      RuntimeService runtime,
      TaskService tasks,
      ManagementService management,
      RepositoryService repository,
      FiredTimers fired,
      Unrestricted unrestricted) {
    this.dates = dates;
    this.following = following;
    this.runtime = runtime;
    this.tasks = tasks;
    this.management = management;
    this.repository = repository;
    this.fired = fired;
    this.unrestricted = unrestricted;
  }

  @Override
  public void execute(DelegateExecution execution) {
    dates.execute(execution);
    Date meeting = LifeMeetingProcess.MEETING_DATE.from(execution);
    String run = execution.getProcessInstanceId();
    unrestricted.run(
        () -> {
          for (ProcessInstance instance :
              runtime.createProcessInstanceQuery().rootProcessInstanceId(run).list()) {
            if (!instance.getId().equals(run)) {
              follow(instance, meeting);
            }
            tasks.createTaskQuery().processInstanceId(instance.getId()).list().forEach(this::move);
            management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .timers()
                .list()
                .forEach(this::move);
            fired.renew(instance.getId());
          }
        });
  }

  private void follow(ProcessInstance called, Date meeting) {
    String name = LifeMeetingProcess.MEETING_DATE.name();
    if (runtime.getVariable(called.getId(), name) == null) {
      return;
    }
    runtime.setVariable(called.getId(), name, meeting);
    String process = repository.getProcessDefinition(called.getProcessDefinitionId()).getKey();
    following.stream()
        .filter(dates -> dates.process().equals(process))
        .forEach(
            dates ->
                runtime.setVariables(
                    called.getId(), dates.dates(runtime.getVariables(called.getId()))));
  }

  private void move(Task task) {
    if (element(task.getProcessDefinitionId(), task.getTaskDefinitionKey())
        instanceof UserTask element) {
      variable(element.getCamundaDueDate())
          .map(name -> tasks.getVariable(task.getId(), name))
          .map(Date.class::cast)
          .map(due -> WholeDays.until(due, Deadlines.ZONE))
          .filter(due -> !due.equals(task.getDueDate()))
          .ifPresent(
              due -> {
                task.setDueDate(due);
                tasks.saveTask(task);
              });
    }
  }

  private void move(Job timer) {
    String event =
        management
            .createJobDefinitionQuery()
            .jobDefinitionId(timer.getJobDefinitionId())
            .singleResult()
            .getActivityId();
    if (element(timer.getProcessDefinitionId(), event) instanceof CatchEvent element) {
      element.getEventDefinitions().stream()
          .filter(TimerEventDefinition.class::isInstance)
          .map(TimerEventDefinition.class::cast)
          .filter(definition -> definition.getTimeDate() != null)
          .flatMap(definition -> variable(definition.getTimeDate().getTextContent()).stream())
          .map(name -> runtime.getVariable(timer.getExecutionId(), name))
          .map(Date.class::cast)
          .filter(due -> !due.equals(timer.getDuedate()))
          .forEach(due -> management.setJobDuedate(timer.getId(), due));
    }
  }

  private ModelElementInstance element(String definition, String id) {
    return repository.getBpmnModelInstance(definition).getModelElementById(id);
  }

  private static Optional<String> variable(String expression) {
    return Optional.ofNullable(expression)
        .map(text -> VARIABLE.matcher(text.strip()))
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1));
  }
}
