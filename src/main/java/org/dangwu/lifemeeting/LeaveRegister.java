package org.dangwu.lifemeeting;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.engine.ModelBean;
import org.dangwu.lifemeeting.Leave.Decision;
import org.dangwu.lifemeeting.LifeMeetingProcess.Variable;

/**
 * Records what became of a request for leave (A18, E01). Nobody is on leave by silence: without the
 * superior's consent the step fails rather than granting it.
 */
@ModelBean("leaveRegister")
class LeaveRegister implements JavaDelegate {

  private static final Variable<String> REASON = new Variable<>("leaveReason", String.class);
  private static final Variable<String> DECISION = new Variable<>("leaveDecision", String.class);

  /** Set when the request is handed in; a consent that comes late stays with that round. */
  private static final Variable<Integer> ROUND = new Variable<>("leaveRound", Integer.class);

  private final LeaveBook book;

  LeaveRegister(LeaveBook book) {
    this.book = book;
  }

  @Override
  public void execute(DelegateExecution execution) {
    book.record(
        Objects.requireNonNullElse(execution.getParentActivityInstanceId(), execution.getId()),
        LifeMeetingProcess.CASE_ID.from(execution),
        LifeMeetingProcess.MEMBER.from(execution),
        REASON.from(execution),
        decision(execution),
        ROUND.in(execution).orElse(MeetingRounds.FIRST));
  }

  private static Decision decision(DelegateExecution execution) {
    if (DECISION.in(execution).orElse("").startsWith("NOT_ALLOWED")) {
      return Decision.NOT_ALLOWED;
    }
    return switch (LifeMeetingProcess.APPROVAL_RESULT.from(execution)) {
      case "APPROVED" -> Decision.GRANTED;
      case "RETURNED", "REFUSED", "REJECTED" -> Decision.REFUSED;
      default ->
          throw new IllegalStateException(
              "请假申请的审批结果“" + LifeMeetingProcess.APPROVAL_RESULT.from(execution) + "”无法识别。");
    };
  }
}
