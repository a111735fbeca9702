package org.dangwu.ballot;

/**
 * Names that Java and the model {@code ballot-round.bpmn} share. The calling process hands over
 * {@link #ROUND} besides the facts that all processes share, and gets back {@link #ROUND} (another
 * one if the vote was repeated) and the counts.
 */
public final class BallotProcess {

  public static final String KEY = "ballot-round";

  /** Id of the prepared round; after the end that of the valid one. */
  public static final String ROUND = "ballotRound";

  public static final String VOTERS = "ballotVoters";
  public static final String TELLERS = "ballotTellers";
  public static final String DUE_DATE = "ballotDueDate";
  public static final String TITLE = "ballotTitle";

  /** What kind of ballot it is, in words; tells apart the tasks of rounds held at the same time. */
  public static final String KIND = "ballotKind";

  public static final String RECORDER = "ballotRecorder";
  public static final String CHIEF_TELLER = "ballotChiefTeller";

  /** YES while printed or paper sheets may be out besides those of people with an account. */
  public static final String OUTSTANDING = "ballotOutstanding";

  public static final String ON_PAPER = "ballotOnPaper";
  public static final String ISSUED = "ballotIssued";
  public static final String COLLECTED = "ballotCollected";
  public static final String VALID = "ballotValid";
  public static final String SPOILED = "ballotSpoiled";
  public static final String INTACT = "ballotIntact";
  public static final String TELLERS_AGREE = "ballotTellersAgree";
  public static final String MESSAGE = "ballotMessage";
  public static final String REPEAT_DATE = "ballotRepeatDate";

  /** Sent to the process when a round is closed from outside it. */
  public static final String MESSAGE_CLOSED = "BallotClosed";

  /** Tasks that Java code speaks of. */
  public static final class Tasks {
    public static final String CAST = "UserTask_CastBallot";
    public static final String CLOSE = "UserTask_CloseVoting";
    public static final String PAPER = "UserTask_CountPaper";
    public static final String CONFIRM = "UserTask_ConfirmCount";
    public static final String SCHEDULE = "UserTask_ScheduleRepeat";

    private Tasks() {}
  }

  private BallotProcess() {}
}
