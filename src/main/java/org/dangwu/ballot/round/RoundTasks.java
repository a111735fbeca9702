package org.dangwu.ballot.round;

/** What the process around a round must hear. Called inside the transaction of the ballot. */
public interface RoundTasks {

  /**
   * Completes the voter's task, without variables.
   *
   * @return false when he has none any more
   */
  boolean completeVote(String processInstanceId, String voter);

  /** Tells a process that still collects votes that the box is closed. */
  void closed(String processInstanceId);
}
