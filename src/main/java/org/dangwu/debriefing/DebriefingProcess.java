package org.dangwu.debriefing;

/**
 * Names that Java and the models {@code debriefing.bpmn}, {@code debriefing-report.bpmn} and {@code
 * debriefing-result.bpmn} share; a test compares them with the models.
 */
public final class DebriefingProcess {

  public static final String KEY = "debriefing";
  public static final String REPORT_KEY = "debriefing-report";
  public static final String RESULT_KEY = "debriefing-result";

  public static final String YES = "YES";
  public static final String NO = "NO";

  // who and what it is about
  public static final String CASE_ID = "caseId";
  public static final String ORGANIZATION = "organization";
  public static final String ORGANIZATION_NAME = "organizationName";
  public static final String YEAR = "year";

  /** The entries (述职对象) that go on, as a list of their ids. */
  public static final String ENTRIES = "entries";

  public static final String ENTRY_ID = "entryId";

  /** Whose report or result a called process is about. */
  public static final String DEBRIEFER = "debriefer";

  /** The organising committee, in the called processes, whose organization is the one below. */
  public static final String SUPERIOR = "superior";

  /** YES when somebody above the organising committee takes the report in this application. */
  public static final String HAS_SUPERIOR = "hasSuperior";

  // plan

  /** APPROVE or RETURN. */
  public static final String PLAN_DECISION = "planDecision";

  public static final String FIELD_CHECKS = "fieldChecks";
  public static final String FIELD_CHECK_ID = "fieldCheckId";
  public static final String REPORT_DUE_DATE = "reportDueDate";
  public static final String FIELD_DUE_DATE = "fieldDueDate";
  public static final String SESSION_DATE = "sessionDate";
  public static final String STUDY_DATE = "studyDate";
  public static final String REPORT_UP_DUE_DATE = "reportUpDueDate";
  public static final String HAS_SESSION = "hasSession";

  /** ONE_BY_ONE or COLLECTIVE. */
  public static final String COMMENT_MODE = "commentMode";

  public static final String HAS_WRITTEN = "hasWritten";

  // reports

  /** PASS or RETURN. */
  public static final String REPORT_DECISION = "reportDecision";

  /** EXTEND or MISSING, when a report is overdue. */
  public static final String MISSING_REPORT_DECISION = "missingReportDecision";

  public static final String EXTENDED_DATE = "extendedDate";

  // session

  /** The entries that report in this session, in their order. */
  public static final String SPEAKERS = "speakers";

  /** YES when somebody who should report in this session is absent. */
  public static final String ABSENTEES = "absentees";

  /** YES when somebody absent reports in a further session. */
  public static final String NEXT_SESSION = "nextSession";

  /** YES when somebody rates in this session. */
  public static final String HAS_RATING = "hasRating";

  public static final String RATING_ROUND = "ratingRound";

  // grades
  public static final String GRADED_COUNT = "gradedCount";
  public static final String GOOD_COUNT = "goodCount";
  public static final String MAX_GOOD_PERCENT = "maxGoodPercent";

  /** OK, EXCEEDS, UNSET or REFUSED (the figures cannot be). */
  public static final String DISTRIBUTION_STATUS = "distributionStatus";

  public static final String STUDY_DUE = "studyDue";
  public static final String STUDY_PRESENT = "studyPresent";
  public static final String STUDY_APPROVE = "studyApprove";

  /** PASSED, NOT_PASSED, NO_QUORUM or REFUSED (the figures cannot be). */
  public static final String STUDY_OUTCOME = "studyOutcome";

  // outcome

  /** TOLD or WAIT, when somebody does not confirm his result. */
  public static final String DEBRIEF_FEEDBACK = "debriefFeedback";

  public static final String NEW_FEEDBACK_DATE = "newFeedbackDate";

  /** YES when the one whose result it is lists what is to be put right. */
  public static final String NEEDS_LIST = "needsList";

  /** PASS or RETURN. */
  public static final String LIST_DECISION = "listDecision";

  public static final String TALK_ENTRIES = "talkEntries";

  /** TALK or NONE. */
  public static final String MEASURE = "measure";

  /** APPROVE or RETURN. */
  public static final String NOTICE_DECISION = "noticeDecision";

  public static final String REMARKS_DUE_DATE = "remarksDueDate";
  public static final String RECTIFICATION_ITEMS = "rectificationItems";

  // at any time

  /** SUBMITTED or WITHDRAWN. */
  public static final String REQUEST_STATE = "requestState";

  /** YES when who came or went still hands in a report of his own (E25). */
  public static final String NEW_REPORT = "newReport";

  /** AGREE or REFUSE. */
  public static final String MODE_DECISION = "modeDecision";

  /** Messages that a run waits for. */
  public static final class Messages {
    public static final String SECRETARY_REPLACED = "DebriefSecretaryReplaced";
    public static final String MODE_CHANGE = "DebriefModeChangeRequested";
    public static final String VIOLATION = "ViolationHandover";
    public static final String TERMINATION = "TerminationRequested";

    /** Ends the report of the one whose variable {@link #ENTRY_ID} matches. */
    public static final String REPORT_CLOSED = "DebriefReportClosed";

    /** Ends the feedback to the one whose variable {@link #ENTRY_ID} matches. */
    public static final String RESULT_CLOSED = "DebriefResultClosed";

    private Messages() {}
  }

  /** Tasks that Java code speaks of. */
  public static final class Tasks {
    public static final String MAKE_PLAN = "UserTask_MakeDebriefPlan";
    public static final String APPROVE_PLAN = "UserTask_ApproveDebriefPlan";
    public static final String WRITE_REPORT = "UserTask_WriteDebriefReport";
    public static final String REVIEW_REPORT = "UserTask_ReviewDebriefReport";
    public static final String HANDLE_MISSING_REPORT = "UserTask_HandleMissingReport";
    public static final String FIELD_CHECK = "UserTask_FieldCheck";
    public static final String RECORD_ATTENDANCE = "UserTask_RecordSessionAttendance";
    public static final String DECIDE_ABSENT = "UserTask_DecideAbsent";
    public static final String HOLD_DEBRIEF = "UserTask_HoldDebrief";
    public static final String RECORD_COMMENT = "UserTask_RecordComment";
    public static final String HOLD_DEBRIEF_IN_TURN = "UserTask_HoldDebriefInTurn";
    public static final String RECORD_COLLECTIVE_COMMENTS = "UserTask_RecordCollectiveComments";
    public static final String PREPARE_RATING = "UserTask_PrepareRating";
    public static final String COMMENT_WRITTEN = "UserTask_CommentWritten";
    public static final String DRAFT_OPINIONS = "UserTask_DraftOpinions";
    public static final String STUDY_GRADES = "UserTask_StudyGrades";
    public static final String POSTPONE_STUDY = "UserTask_PostponeStudy";
    public static final String ACKNOWLEDGE_RESULT = "UserTask_AcknowledgeDebriefResult";
    public static final String RECORD_FEEDBACK = "UserTask_RecordDebriefFeedback";
    public static final String LIST_RECTIFICATION = "UserTask_ListSecretaryRectification";
    public static final String REVIEW_LIST = "UserTask_ReviewRectificationList";
    public static final String DECIDE_MEASURES = "UserTask_DecideMeasures";
    public static final String LOW_GRADE_TALK = "UserTask_HoldLowGradeTalk";
    public static final String DRAFT_NOTICE = "UserTask_DraftDebriefNotice";
    public static final String APPROVE_NOTICE = "UserTask_ApproveDebriefNotice";
    public static final String PREPARE_REPORTS = "UserTask_PrepareReports";
    public static final String HANDLE_REMARKS = "UserTask_HandleRemarks";
    public static final String REPORT_UP = "UserTask_ReportUp";
    public static final String RECEIVE_REPORT_UP = "UserTask_ReceiveReportUp";
    public static final String RECORD_REPORT_RECEIPT = "UserTask_RecordReportReceipt";
    public static final String CONFIRM_PERSONNEL_FILES = "UserTask_ConfirmPersonnelFiles";
    public static final String COMPLETE_ARCHIVE = "UserTask_CompleteDebriefArchive";
    public static final String RECORD_REPLACEMENT = "UserTask_RecordReplacement";
    public static final String REQUEST_MODE_CHANGE = "UserTask_RequestModeChange";
    public static final String DECIDE_MODE_CHANGE = "UserTask_DecideModeChange";

    private Tasks() {}
  }

  private DebriefingProcess() {}
}
