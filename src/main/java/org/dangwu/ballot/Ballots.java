package org.dangwu.ballot;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dangwu.engine.SubmissionRefused;

/**
 * Secret ballots. Callers prepare a round, then call the process {@link BallotProcess#KEY} with its
 * id, or open and close it themselves; afterwards they read counts and results. No method tells who
 * voted how, and none tells who voted.
 */
public interface Ballots {

  /**
   * Freezes a plan.
   *
   * @return id of the round
   * @throws SubmissionRefused when the plan breaks a rule: tellers who are objects or recorder,
   *     fewer than two tellers, an object that fewer than two people would rate...
   */
  String prepare(BallotPlan plan);

  /**
   * Makes the key of a prepared round and starts the vote. Harmless when it is open already.
   *
   * @param processInstanceId where the voters' tasks are, or null when there are none
   */
  void open(String roundId, String processInstanceId);

  Optional<BallotRound> find(String roundId);

  /** Rounds of a case, repetitions after what they repeat. */
  List<BallotRound> ofCase(String caseId);

  /** Person ids of those with an account who receive a sheet. */
  List<String> voters(String roundId);

  List<String> tellers(String roundId);

  /** How many single-use sheets the plan allows. */
  int sheetsPlanned(String roundId);

  Turnout turnout(String roundId);

  /**
   * Prints single-use sheets. The tokens are given out here once and kept nowhere.
   *
   * @return tokens in random order
   * @throws SubmissionRefused when more are asked for than the plan allows
   */
  List<String> issueSheets(String roundId, String classCode, int number, String teller);

  /**
   * Notes how many printed sheets of people without an account were not handed out and destroyed.
   *
   * @throws SubmissionRefused when more are returned than are unused
   */
  void returnSheets(String roundId, int number, String teller);

  /** Enters what was counted from paper; replaces what was entered before the first signature. */
  void enterPaper(String roundId, PaperCount count, String teller);

  /**
   * Ends the vote for good: opens the box, shuffles, counts, empties the box and destroys the key
   * in one transaction, and tells the process that waits for it. Harmless when already closed.
   *
   * @throws IllegalStateException when the key of the round is not found on this machine
   */
  void close(String roundId, String actor);

  /**
   * A teller confirms or objects (监票人签字).
   *
   * @param reason why he objects; empty when he agrees
   */
  void sign(String roundId, String teller, boolean agrees, String reason);

  /** Counts of a closed round; those of an open one are its turnout. */
  BallotCounts counts(String roundId);

  /**
   * Declares a closed round valid.
   *
   * @throws SubmissionRefused unless at least two tellers have signed and none objected
   */
  void confirm(String roundId);

  /** Declares a round void; what came out of its box is destroyed. */
  void annul(String roundId, String reason, String actor);

  /**
   * Prepares the repetition of a void round with the same objects, voters and tellers (B11, E11).
   *
   * @return id of the new round; the same one when asked again
   */
  String repeat(String roundId, java.time.Instant dueAt);

  /**
   * What may be told of a counted round.
   *
   * @throws SubmissionRefused while it is not counted, or when it is void
   */
  BallotResults results(String roundId);

  /**
   * What a decision table says of an object, also where the distribution itself may not be told:
   * the table gets {@code ballots} and {@code votes_<code>} for each grade besides the given
   * inputs, and nothing but its answer leaves this method.
   */
  Optional<Map<String, Object>> outcome(
      String roundId, String objectId, String decisionTable, Map<String, Object> inputs);

  /** Whether what came out of the box is still what was counted when it was closed. */
  boolean verify(String roundId);
}
