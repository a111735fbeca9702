package org.dangwu.memberreview;

/**
 * Names that Java and the models {@code member-review.bpmn} and {@code org-life-meeting.bpmn}
 * share; a test compares them with the models.
 */
public final class MemberReviewProcess {

  public static final String KEY = "member-review";
  public static final String ORG_LIFE_KEY = "org-life-meeting";

  public static final String YES = "YES";
  public static final String NO = "NO";

  // who takes part
  public static final String CASE_ID = "caseId";
  public static final String ORGANIZATION = "organization";
  public static final String YEAR = "year";
  public static final String MEMBER = "member";
  public static final String PARTICIPANTS = "participants";
  public static final String MEMBER_GROUPS = "memberGroups";
  public static final String MEMBER_GROUP = "memberGroup";

  /** YES when the branch has a committee (支委会), else the assembly does its part (B17). */
  public static final String HAS_COMMITTEE = "hasCommittee";

  /** YES while the grade of anybody is held open because of an inquiry (E21). */
  public static final String SUSPENDED_OPEN = "suspendedOpen";

  // plan
  public static final String COMBINED = "combined";

  /** ASSEMBLY, COMMITTEE or GROUP. */
  public static final String ORG_LIFE_FORM = "orgLifeForm";

  /** NONE, POLL, FORUM or BOTH. */
  public static final String MASSES_WAY = "massesWay";

  public static final String COMMITTEE_REVIEW = "committeeReview";
  public static final String SUMMARY_DUE_DATE = "summaryDueDate";
  public static final String ASSEMBLY_DATE = "assemblyDate";
  public static final String MEASURES_DATE = "measuresDate";

  // self-evaluation and peer review

  /** ACCEPT or RETURN. */
  public static final String SUMMARY_RESULT = "summaryResult";

  /** REMIND, DICTATED or REFUSED. */
  public static final String MISSING_DECISION = "missingDecision";

  public static final String NEW_SUMMARY_DATE = "newSummaryDate";
  public static final String PRIVATE_TALKS = "privateTalks";

  // ballots
  public static final String MEMBER_BALLOT = "memberBallot";
  public static final String COMMITTEE_BALLOT = "committeeBallot";
  public static final String MASSES_BALLOT = "massesBallot";

  // analysis
  public static final String COMMITTEE_MEMBERS = "committeeMembers";
  public static final String COMMITTEE_PRESENT = "committeePresent";
  public static final String VERIFICATION_NEEDED = "verificationNeeded";
  public static final String VERIFICATIONS = "verifications";
  public static final String VERIFICATION_ID = "verificationId";
  public static final String FORMAL_COUNT = "formalCount";
  public static final String EXCELLENT_COUNT = "excellentCount";

  /** OK, EXCEEDS or REFUSED (the figures cannot be). */
  public static final String QUOTA_STATUS = "quotaStatus";

  /** REDUCE or OVERRIDE. */
  public static final String QUOTA_DECISION = "quotaDecision";

  /** APPROVED or REFUSED. */
  public static final String QUOTA_APPROVAL = "quotaApproval";

  // assembly and approval
  public static final String VOTING_DUE = "votingDue";
  public static final String ASSEMBLY_PRESENT = "assemblyPresent";
  public static final String ASSEMBLY_APPROVE = "assemblyApprove";

  /** How often the assembly was called to vote again in this round of study (E10). */
  public static final String REPEATED_VOTES = "repeatedVotes";

  /** PASSED, NOT_PASSED, NO_QUORUM or REFUSED (the figures cannot be). */
  public static final String ASSEMBLY_OUTCOME = "assemblyOutcome";

  public static final String APPROVAL_NEEDED = "approvalNeeded";
  public static final String ITEMS_RETURNED = "itemsReturned";

  // feedback
  public static final String FEEDBACK_MEMBERS = "feedbackMembers";
  public static final String FEEDBACK_DUE_DATE = "feedbackDueDate";

  /** ACKNOWLEDGE or OBJECT. */
  public static final String ACKNOWLEDGEMENT = "acknowledgement";

  /** KEEP or CHANGE. */
  public static final String OBJECTION_DECISION = "objectionDecision";

  /** YES when an objection led to a new study of a grade (E24). */
  public static final String RESULTS_CHANGED = "resultsChanged";

  // follow-up
  public static final String PRAISE_ITEMS = "praiseItems";
  public static final String PRAISE_ITEM = "praiseItem";
  public static final String HELP_ITEMS = "helpItems";
  public static final String HELP_ITEM = "helpItem";
  public static final String HELP_DUE_DATE = "helpDueDate";

  /** DONE or AGAIN. */
  public static final String HELP_OUTCOME = "helpOutcome";

  public static final String DISPOSALS = "disposals";
  public static final String DISPOSAL_ID = "disposalId";

  // at any time

  /** SUBMITTED or WITHDRAWN. */
  public static final String REQUEST_STATE = "requestState";

  /** YES when who joined late must still hand in a summary (E16). */
  public static final String LATE_SUMMARY = "lateSummary";

  /** AGREE or REFUSE. */
  public static final String SUPERIOR_CONSENT = "superiorConsent";

  /** AGREE or REFUSE. */
  public static final String ASSEMBLY_CONSENT = "assemblyConsent";

  public static final String ASSEMBLY_CONSENT_DATE = "assemblyConsentDate";

  /** Messages that a run waits for. */
  public static final class Messages {
    public static final String ROSTER_CORRECTION = "RosterCorrection";
    public static final String DUE_EXCLUSION = "DueExclusionRequested";
    public static final String VIOLATION = "ViolationHandover";
    public static final String TERMINATION = "TerminationRequested";

    /** Ends the self-evaluation of the one whose local variable {@link #MEMBER} matches. */
    public static final String SUMMARY_CLOSED = "SummaryClosed";

    /** Ends the feedback to the one whose local variable {@link #MEMBER} matches. */
    public static final String FEEDBACK_CLOSED = "FeedbackClosed";

    private Messages() {}
  }

  /** Tasks that Java code speaks of. */
  public static final class Tasks {
    public static final String MAKE_PLAN = "UserTask_MakeReviewPlan";
    public static final String STUDY = "UserTask_Study";
    public static final String WRITE_SUMMARY = "UserTask_WriteSummary";
    public static final String CHECK_SUMMARY = "UserTask_CheckSummary";
    public static final String HANDLE_MISSING_SUMMARY = "UserTask_HandleMissingSummary";
    public static final String WRITE_LATE_SUMMARY = "UserTask_WriteLateSummary";
    public static final String CHECK_LATE_SUMMARY = "UserTask_CheckLateSummary";
    public static final String HOLD_PEER_REVIEW = "UserTask_HoldPeerReview";
    public static final String PRIVATE_TALK = "UserTask_PrivateTalk";
    public static final String PREPARE_BALLOT = "UserTask_PrepareBallot";
    public static final String MASSES_FORUM = "UserTask_MassesForum";
    public static final String CONVENE_COMMITTEE = "UserTask_ConveneCommittee";
    public static final String ANALYSE = "UserTask_Analyse";
    public static final String DECIDE_QUOTA = "UserTask_DecideQuota";
    public static final String APPROVE_QUOTA = "UserTask_ApproveQuota";
    public static final String HOLD_ASSEMBLY = "UserTask_HoldAssembly";
    public static final String SET_ASSEMBLY_DATE = "UserTask_SetAssemblyDate";
    public static final String DISCUSS_AGAIN = "UserTask_DiscussAgain";
    public static final String APPROVE_ITEMS = "UserTask_ApproveItems";
    public static final String ACKNOWLEDGE_RESULT = "UserTask_AcknowledgeResult";
    public static final String RECORD_FEEDBACK = "UserTask_RecordFeedback";
    public static final String HEAR_OBJECTION = "UserTask_HearObjection";
    public static final String DECIDE_OBJECTION = "UserTask_DecideObjection";
    public static final String PRAISE = "UserTask_Praise";
    public static final String HELP_PLAN = "UserTask_HelpPlan";
    public static final String CHECK_HELP = "UserTask_CheckHelp";
    public static final String CONCLUDE_SUSPENDED = "UserTask_ConcludeSuspended";
    public static final String LIST_MEASURES = "UserTask_ListMeasures";
    public static final String CHECK_MEASURES = "UserTask_CheckMeasures";
    public static final String HOLD_AS_COMMITTEE = "UserTask_HoldAsCommittee";
    public static final String RECORD_ROSTER_CHANGE = "UserTask_RecordRosterChange";
    public static final String PROPOSE_DUE_EXCLUSION = "UserTask_ProposeDueExclusion";
    public static final String CONSENT_DUE_EXCLUSION = "UserTask_ConsentDueExclusion";
    public static final String RESOLVE_DUE_EXCLUSION = "UserTask_ResolveDueExclusion";

    private Tasks() {}
  }

  private MemberReviewProcess() {}
}
