package org.dangwu.memberreview.roster;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.engine.ModelBean;
import org.dangwu.engine.Unrestricted;

/**
 * Steps 变更名册 and 登记应到人数: applies what was entered and decided before, and ends the open steps of
 * somebody who no longer takes part (E15–E23, D06).
 */
@ModelBean("applyRosterChange")
class ApplyRosterChange implements JavaDelegate {

  static final String DUE_EXCLUSION = "ServiceTask_ApplyDueExclusion";

  private final RosterRequests requests;
  private final RosterChanges changes;
  private final RosterPapers papers;
  private final DueExclusions exclusions;
  private final GroupBook groups;
  private final RosterFacts facts;
  private final RuntimeService runtime;
  private final Unrestricted unrestricted;

  ApplyRosterChange(
      RosterRequests requests,
      RosterChanges changes,
      RosterPapers papers,
      DueExclusions exclusions,
      GroupBook groups,
      RosterFacts facts,
      RuntimeService runtime,
      Unrestricted unrestricted) {
    this.requests = requests;
    this.changes = changes;
    this.papers = papers;
    this.exclusions = exclusions;
    this.groups = groups;
    this.facts = facts;
    this.runtime = runtime;
    this.unrestricted = unrestricted;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = (String) execution.getVariable("caseId");
    String requestedBy = (String) execution.getVariable("requestedBy");
    if (execution.getCurrentActivityId().equals(DUE_EXCLUSION)) {
      exclusions.apply(caseId, requestedBy);
    } else {
      requests
          .submitted(caseId, requestedBy)
          .ifPresent(request -> change(execution, request, requestedBy));
    }
    facts.publish(execution.getProcessInstance(), caseId);
  }

  private void change(DelegateExecution execution, RosterRequest request, String user) {
    RosterRow row = changes.apply(request, (Integer) execution.getVariable("year"));
    requests.applied(request.taskId());
    papers.write(request, row, user);
    boolean joined = request.kind() == RosterChangeKind.JOINED && row.verdict().participates();
    if (joined && !request.group().isEmpty()) {
      groups.assign(request.caseId(), request.personId(), request.group());
    }
    execution.setVariable("member", request.personId());
    execution.setVariable("lateSummary", joined ? "YES" : "NO");
    if (!row.verdict().participates()) {
      close("SummaryClosed", execution, request.personId());
    }
    if (!row.verdict().getsGrade() && RosterChangeRules.isGone(row.verdict().state())) {
      close("FeedbackClosed", execution, request.personId());
    }
  }

  /** Nothing happens when no step of his is open. */
  private void close(String message, DelegateExecution execution, String person) {
    unrestricted.call(
        () ->
            runtime
                .createMessageCorrelation(message)
                .processInstanceId(execution.getProcessInstanceId())
                .localVariableEquals("member", person)
                .correlateAllWithResult());
  }
}
