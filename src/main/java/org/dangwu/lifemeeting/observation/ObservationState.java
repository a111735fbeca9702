package org.dangwu.lifemeeting.observation;

import java.time.LocalDate;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.engine.ModelBean;
import org.dangwu.lifemeeting.Deadlines;
import org.dangwu.procedure.Parameters;

/**
 * Whether the observed meeting has taken place; nobody is reminded of a report on a meeting that is
 * still to come, and a meeting that was moved moves the day on which its report is due.
 */
@ModelBean("observationState")
class ObservationState implements JavaDelegate {

  private final HeldMeetings held;
  private final Parameters parameters;

  ObservationState(HeldMeetings held, Parameters parameters) {
    this.held = held;
    this.parameters = parameters;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String organization = (String) execution.getVariable("organization");
    int year = (Integer) execution.getVariable("year");
    Optional<LocalDate> day =
        held.observedOn((String) execution.getVariable("caseId"), organization, year);
    execution.setVariable("observedMeeting", day.isPresent() ? "HELD" : "NOT_HELD");
    day.ifPresent(
        on ->
            moveDue(
                execution,
                Deadlines.endOf(
                    on.plusDays(parameters.number("dlm.observerReportDays", organization, year)))));
  }

  private static void moveDue(DelegateExecution execution, Date due) {
    execution.setVariable("observerReportDueDate", due);
    TaskService tasks = execution.getProcessEngineServices().getTaskService();
    for (Task task :
        tasks
            .createTaskQuery()
            .processInstanceId(execution.getProcessInstanceId())
            .taskDefinitionKey(ObservationGuard.WRITE_REPORT)
            .list()) {
      task.setDueDate(due);
      tasks.saveTask(task);
    }
  }
}
