package org.dangwu.lifemeeting;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.ModelBean;
import org.dangwu.notification.Announcement;
import org.dangwu.notification.Notifications;

/**
 * Step 通知本人准备 of the model: tells each member about whom an inquiry was recorded that there is
 * something for him to read (A14). Whom it tells is no fact of the flow, where others could see it.
 * When the meeting is held again, an inquiry that was explained at the first one is not told again.
 */
@ModelBean("inquiryNotices")
class InquiryNotices implements JavaDelegate {

  private static final String EVENT = "matter-to-explain";

  private final Dossiers dossiers;
  private final Notifications notifications;

  InquiryNotices(Dossiers dossiers, Notifications notifications) {
    this.dossiers = dossiers;
    this.notifications = notifications;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = LifeMeetingProcess.CASE_ID.from(execution);
    String occasion = execution.getProcessInstanceId() + "/" + execution.getActivityInstanceId();
    dossiers.list(caseId).stream()
        .map(DossierDocument::key)
        .filter(key -> key.type().equals(InquiryGuard.DOCUMENT))
        .filter(key -> !dossiers.versionsOfRound(key).isEmpty())
        .map(key -> key.subject())
        .distinct()
        .forEach(
            member ->
                notifications.announce(
                    Announcement.of(
                            occasion + "/" + member,
                            EVENT,
                            caseId,
                            LifeMeetingProcess.ORGANIZATION.from(execution))
                        .about(member)));
  }
}
