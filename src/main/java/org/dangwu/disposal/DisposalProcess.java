package org.dangwu.disposal;

/** Names that Java and the model {@code disposal.bpmn} share; a test compares them. */
public final class DisposalProcess {

  public static final String KEY = "disposal";

  /** Id of the disposal, the element variable of the calling process. */
  public static final String DISPOSAL_ID = "disposalId";

  static final String YES = "YES";
  static final String NO = "NO";

  static final String DISPOSAL_NEEDED = "disposalNeeded";
  static final String HAND_OVER = "handOver";
  static final String EDUCATE = "educate";
  static final String FIRST_TALKER = "firstTalker";
  static final String SECOND_TALKER = "secondTalker";
  static final String TALK_CONFIRMED = "talkConfirmed";
  static final String REPLY_DUE_DATE = "replyDueDate";
  static final String REMINDER_CYCLE = "reminderCycle";
  static final String REVIEWED = "reviewed";
  static final String SUPERIOR_REVIEW = "superiorReview";
  static final String ASSEMBLY_DATE = "assemblyDate";
  static final String EXCLUSIONS_ASKED = "exclusionsAsked";
  static final String VOTING_DUE = "votingDue";
  static final String ASSEMBLY_PRESENT = "assemblyPresent";
  static final String ASSEMBLY_APPROVE = "assemblyApprove";
  static final String ASSEMBLY_OUTCOME = "assemblyOutcome";
  static final String APPROVAL_DUE_DATE = "approvalDueDate";
  static final String DECIDED = "decided";
  static final String WITH_DEADLINE = "withDeadline";
  static final String ADVISED = "advised";
  static final String CORRECTION_DUE_DATE = "correctionDueDate";
  static final String CHECK_CYCLE = "checkCycle";
  static final String CORRECTED = "corrected";
  static final String LEAVES = "leaves";
  static final String EXECUTED = "executed";
  static final String APPEAL_DUE_DATE = "appealDueDate";
  static final String APPEAL_REVOKED = "appealRevoked";

  static final String APPEALED = "DisposalAppealed";

  /** User tasks of the model. */
  static final class Tasks {
    static final String PROPOSE = "UserTask_ProposeDisposal";
    static final String HAND_OVER = "UserTask_HandOver";
    static final String EDUCATE = "UserTask_Educate";
    static final String TALK = "UserTask_HoldTalk";
    static final String CONFIRM_TALK = "UserTask_ConfirmTalk";
    static final String PRE_REVIEW = "UserTask_PreReview";
    static final String REPLY_SUPERIOR = "UserTask_ReplySuperior";
    static final String CALL_ASSEMBLY = "UserTask_CallAssembly";
    static final String CONSENT_EXCLUSIONS = "UserTask_ConsentExclusions";
    static final String ASSEMBLY = "UserTask_HoldDisposalAssembly";
    static final String APPROVE = "UserTask_ApproveDisposal";
    static final String ANNOUNCE = "UserTask_Announce";
    static final String CHECK = "UserTask_CheckCorrection";
    static final String EXPIRY = "UserTask_DecideExpiry";
    static final String ADVISE = "UserTask_AdviseLeave";
    static final String REGISTER = "UserTask_RegisterOutcome";
    static final String RECEIVE_APPEAL = "UserTask_ReceiveAppeal";
    static final String DECIDE_APPEAL = "UserTask_DecideAppeal";

    private Tasks() {}
  }

  private DisposalProcess() {}

  static String answer(boolean yes) {
    return yes ? YES : NO;
  }
}
