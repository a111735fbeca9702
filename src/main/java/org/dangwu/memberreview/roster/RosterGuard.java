package org.dangwu.memberreview.roster;

import java.time.LocalDate;
import java.util.Date;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.dangwu.lifemeeting.Deadlines;
import org.dangwu.memberreview.desk.ReviewSentences;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes up what was entered on the pages for changes of the roster (E15–E23, E18, D06). */
@Component
@Order(50)
class RosterGuard implements CompletionGuard {

  static final String RECORD_CHANGE = "UserTask_RecordRosterChange";
  static final String PROPOSE_EXCLUSION = "UserTask_ProposeDueExclusion";
  static final String CONSENT_EXCLUSION = "UserTask_ConsentDueExclusion";
  static final String RESOLVE_EXCLUSION = "UserTask_ResolveDueExclusion";

  private final RosterRequests requests;
  private final RosterChangeRules rules;
  private final GroupBook groups;
  private final DueExclusions exclusions;
  private final ReviewSentences sentences;

  RosterGuard(
      RosterRequests requests,
      RosterChangeRules rules,
      GroupBook groups,
      DueExclusions exclusions,
      ReviewSentences sentences) {
    this.requests = requests;
    this.rules = rules;
    this.groups = groups;
    this.exclusions = exclusions;
    this.sentences = sentences;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    switch (task.elementId()) {
      case RECORD_CHANGE -> {
        if (isSubmitted(task)) {
          submitChange(task);
        }
      }
      case PROPOSE_EXCLUSION -> {
        if (isSubmitted(task)) {
          exclusions.propose(task.taskId(), caseId(task), user(task));
        }
      }
      case CONSENT_EXCLUSION ->
          exclusions.superior(
              caseId(task), requestedBy(task), agrees(task, "superiorConsent"), user(task));
      case RESOLVE_EXCLUSION ->
          exclusions.assembly(
              caseId(task),
              requestedBy(task),
              agrees(task, "assemblyConsent"),
              day(task.variable("assemblyConsentDate")),
              user(task));
      default -> {
        // not a task of the roster
      }
    }
  }

  private void submitChange(CompletingTask task) {
    String caseId = caseId(task);
    RosterRequest request =
        requests
            .find(task.taskId())
            .filter(found -> found.requestedBy().equals(user(task)))
            .orElseThrow(() -> sentences.refusal("roster.missing"));
    rules.checked(
        request,
        (String) task.variable("organization"),
        groups.of(caseId).stream().map(ReviewGroup::name).toList());
    requests.submit(task.taskId());
  }

  private static boolean isSubmitted(CompletingTask task) {
    return "SUBMITTED".equals(task.variable("requestState"));
  }

  private static boolean agrees(CompletingTask task, String variable) {
    return "AGREE".equals(task.variable(variable));
  }

  private static LocalDate day(Object value) {
    return value instanceof Date date ? Deadlines.day(date) : null;
  }

  private static String caseId(CompletingTask task) {
    return (String) task.variable("caseId");
  }

  private static String requestedBy(CompletingTask task) {
    return (String) task.variable("requestedBy");
  }

  private static String user(CompletingTask task) {
    return task.assignee().orElse("system");
  }
}
