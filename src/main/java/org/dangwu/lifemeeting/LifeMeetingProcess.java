package org.dangwu.lifemeeting;

import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * Names that Java and the model {@code life-meeting.bpmn} share; a test compares them with the
 * model.
 */
public final class LifeMeetingProcess {

  public static final String KEY = "life-meeting";
  public static final String APPROVAL_KEY = "superior-approval";

  public static final Variable<String> CASE_ID = new Variable<>("caseId", String.class);
  public static final Variable<String> ORGANIZATION = new Variable<>("organization", String.class);
  public static final Variable<Integer> YEAR = new Variable<>("year", Integer.class);
  public static final Variable<Date> MEETING_DATE = new Variable<>("meetingDate", Date.class);

  /** First day of the time set by the superior's notice of the year, if it sets one. */
  public static final Variable<Date> WINDOW_START = new Variable<>("windowStart", Date.class);

  public static final Variable<Date> WINDOW_END = new Variable<>("windowEnd", Date.class);
  public static final Variable<Date> HELD_DATE = new Variable<>("heldDate", Date.class);
  public static final Variable<Integer> DUE_COUNT = new Variable<>("dueCount", Integer.class);
  public static final Variable<Integer> PRESENT_COUNT =
      new Variable<>("presentCount", Integer.class);
  public static final Variable<List<String>> PRESENT_MEMBERS = list("presentMembers");
  public static final Variable<List<String>> ABSENTEES = list("absentees");
  public static final Variable<List<String>> FLAGGED_MEMBERS = list("flaggedMembers");
  public static final Variable<String> MEMBER = new Variable<>("member", String.class);
  public static final Variable<String> APPROVAL_RESULT =
      new Variable<>("approvalResult", String.class);

  /** Tasks that Java code speaks of. */
  public static final class Tasks {
    public static final String MAKE_PLAN = "UserTask_MakePlan";
    public static final String ADJUST_DATE = "UserTask_AdjustDate";
    public static final String PROPOSE_NEW_DATE = "UserTask_ProposeNewDate";
    public static final String COLLECT_OPINIONS = "UserTask_CollectOpinions";
    public static final String REQUEST_DATE_CHANGE = "UserTask_RequestDateChange";
    public static final String DECIDE_SPECIAL = "UserTask_DecideSpecial";
    public static final String RECEIVE_BY_ORGANIZATION = "UserTask_ReceiveByOrganization";
    public static final String FEEDBACK_OPINIONS = "UserTask_FeedbackOpinions";
    public static final String TALK = "UserTask_Talk";
    public static final String CONFIRM_ATTENDANCE = "UserTask_ConfirmAttendance";
    public static final String REPORT_PREVIOUS = "UserTask_ReportPrevious";
    public static final String REVIEW_BODY = "UserTask_ReviewBody";
    public static final String REVIEW_MEMBER = "UserTask_ReviewMember";
    public static final String SUM_UP = "UserTask_SumUp";
    public static final String REVIEW = "UserTask_Review";

    private Tasks() {}
  }

  private LifeMeetingProcess() {}

  @SuppressWarnings("unchecked")
  private static Variable<List<String>> list(String name) {
    return new Variable<>(name, (Class<List<String>>) (Class<?>) List.class);
  }

  /**
   * A process variable with its type.
   *
   * @param name as used in the model
   */
  public record Variable<T>(String name, Class<T> type) {

    public Optional<T> in(VariableScope scope) {
      return Optional.ofNullable(type.cast(scope.getVariable(name)));
    }

    /**
     * @throws IllegalStateException when it is not set
     */
    public T from(VariableScope scope) {
      return in(scope).orElseThrow(() -> new IllegalStateException("流程变量 " + name + " 尚未设置。"));
    }
  }
}
