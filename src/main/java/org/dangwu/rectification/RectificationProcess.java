package org.dangwu.rectification;

/**
 * Names that Java and the model {@code rectification-item.bpmn} share; a test compares them with
 * the model.
 */
public final class RectificationProcess {

  public static final String KEY = "rectification-item";

  /** Id of the item, the element variable of the calling process. */
  public static final String ITEM_ID = "itemId";

  /** JSON list of item ids, set by the delegate {@code rectification}. */
  public static final String ITEMS = "rectificationItems";

  /** Answers of routing facts. */
  static final String YES = "YES";

  static final String NO = "NO";

  static final String CASE_ID = "caseId";
  static final String ENTRY_ID = "entryId";
  static final String DEBRIEFER = "debriefer";
  static final String SUPERIOR = "superior";
  static final String ORGANIZATION = "organization";
  static final String YEAR = "year";
  static final String OWNER = "owner";
  static final String DUE_DATE = "dueDate";
  static final String HELP_NEEDED = "helpNeeded";
  static final String WATCH_CYCLE = "watchCycle";
  static final String VERIFIED = "verified";
  static final String EXTENSION_AGREED = "extensionAgreed";
  static final String OVERDUE_DAYS = "overdueDays";
  static final String SEVERITY = "severity";
  static final String REPORTED = "reported";
  static final String ESCALATION_LEVEL = "escalationLevel";
  static final String REPEAT_DAYS = "repeatDays";
  static final String TELL_LEVEL = "tellLevel";
  static final String SUGGESTION = "accountabilitySuggestion";
  static final String ACCOUNTABILITY_RAISED = "accountabilityRaised";

  /** What became of a secretary's list: {@link #PASS} or {@link #RETURN}. */
  public static final String LIST_DECISION = "listDecision";

  public static final String PASS = "PASS";
  public static final String RETURN = "RETURN";

  static final String WATCH_TIMER = "Timer_Watch";
  static final String ACCOUNTABILITY_TABLE = "accountability";

  /** Tasks that Java code speaks of; the first three stand in the processes that list items. */
  public static final class Tasks {
    public static final String LIST = "UserTask_ListRectification";
    public static final String LIST_OF_SECRETARY = "UserTask_ListSecretaryRectification";
    public static final String REVIEW_LIST = "UserTask_ReviewRectificationList";
    public static final String RECTIFY = "UserTask_Rectify";
    public static final String VERIFY = "UserTask_Verify";
    public static final String DECIDE_EXTENSION = "UserTask_DecideExtension";
    public static final String ANSWER_HELP = "UserTask_AnswerHelp";
    public static final String DECIDE_ACCOUNTABILITY = "UserTask_DecideAccountability";

    private Tasks() {}
  }

  /** Messages that pages send to the process of an item. */
  static final class Messages {
    static final String HELP_REQUESTED = "RectificationHelpRequested";
    static final String HELP_WITHDRAWN = "RectificationHelpWithdrawn";
    static final String EXTENSION_REQUESTED = "RectificationExtensionRequested";

    private Messages() {}
  }

  private RectificationProcess() {}

  static String answer(boolean yes) {
    return yes ? YES : NO;
  }
}
