package org.dangwu.notification;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.engine.ModelBean;

/**
 * Step 通知 of the models. Input parameters: {@code event}; optionally {@code due} and {@code
 * recipient}, the user id of the recipient {@code person}. A loop of the flow notifies anew,
 * because it is another activity instance.
 */
@ModelBean("notification")
class NotificationDelegate implements JavaDelegate {

  private final Notifications notifications;

  NotificationDelegate(Notifications notifications) {
    this.notifications = notifications;
  }

  @Override
  public void execute(DelegateExecution execution) {
    notifications.announce(
        Announcement.of(
                execution.getProcessInstanceId() + "/" + execution.getActivityInstanceId(),
                (String) execution.getVariableLocal("event"),
                (String) execution.getVariable("caseId"),
                (String) execution.getVariable("organization"))
            .due(DueDay.of(execution.getVariableLocal("due")))
            .about((String) execution.getVariableLocal("recipient")));
  }
}
