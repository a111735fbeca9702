package org.dangwu.rectification;

import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.engine.ModelBean;
import org.dangwu.engine.Unrestricted;

/**
 * Puts an agreed extension into force: on the item, its open task and the timer that watches it.
 */
@ModelBean("rectificationDeadline")
class MoveDeadline implements JavaDelegate {

  private final ItemRegister items;
  private final Extensions extensions;
  private final RectificationDates dates;
  private final TaskService tasks;
  private final ManagementService management;
  private final Unrestricted unrestricted;

  MoveDeadline(
      ItemRegister items,
      Extensions extensions,
      RectificationDates dates,
      TaskService tasks,
      ManagementService management,
      Unrestricted unrestricted) {
    this.items = items;
    this.extensions = extensions;
    this.dates = dates;
    this.tasks = tasks;
    this.management = management;
    this.unrestricted = unrestricted;
  }

  @Override
  public void execute(DelegateExecution execution) {
    RectificationItem item =
        items.get((String) execution.getVariable(RectificationProcess.ITEM_ID));
    Extensions.Extension agreed =
        extensions
            .lastAgreed(item.id())
            .orElseThrow(() -> new IllegalStateException("整改事项 " + item.id() + " 没有已同意的延期申请。"));
    items.extend(item.id(), agreed.newDue());
    Date due = dates.due(agreed.newDue());
    execution.setVariable(RectificationProcess.DUE_DATE, due);
    Date watchFrom = dates.watchFrom(agreed.newDue(), item.organization(), item.year());
    String instance = execution.getProcessInstanceId();
    unrestricted.run(
        () -> {
          tasks
              .createTaskQuery()
              .processInstanceId(instance)
              .taskDefinitionKey(RectificationProcess.Tasks.RECTIFY)
              .list()
              .forEach(
                  task -> {
                    task.setDueDate(due);
                    tasks.saveTask(task);
                  });
          management
              .createJobQuery()
              .processInstanceId(instance)
              .activityId(RectificationProcess.WATCH_TIMER)
              .list()
              .forEach(job -> management.setJobDuedate(job.getId(), watchFrom));
        });
  }
}
