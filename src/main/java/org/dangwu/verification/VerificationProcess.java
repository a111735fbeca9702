package org.dangwu.verification;

/** Names that Java and the model {@code verification.bpmn} share; a test compares them. */
public final class VerificationProcess {

  public static final String KEY = "verification";

  /** Id of the verification, the element variable of the calling process. */
  public static final String VERIFICATION_ID = "verificationId";

  /** JSON list of user ids. */
  static final String INVESTIGATORS = "investigators";

  /** JSON list of user ids: all but the one who leads. */
  static final String CO_INVESTIGATORS = "coInvestigators";

  static final String LEAD_INVESTIGATOR = "leadInvestigator";
  static final String FINDINGS_AGREED = "findingsAgreed";
  static final String CONCLUSION_AGREED = "conclusionAgreed";
  static final String REPLY_DUE_DATE = "replyDueDate";

  static final String YES = "YES";
  static final String NO = "NO";

  /** User tasks of the model. */
  static final class Tasks {
    static final String APPOINT = "UserTask_AppointInvestigators";
    static final String FINDINGS = "UserTask_RecordFindings";
    static final String COUNTERSIGN = "UserTask_Countersign";
    static final String REPLY = "UserTask_Reply";
    static final String RECORD_REPLY = "UserTask_RecordReply";
    static final String CONCLUDE = "UserTask_Conclude";
    static final String REVIEW = "UserTask_ReviewConclusion";

    private Tasks() {}
  }

  private VerificationProcess() {}

  static String answer(boolean yes) {
    return yes ? YES : NO;
  }
}
