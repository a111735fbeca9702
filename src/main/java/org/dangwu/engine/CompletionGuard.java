package org.dangwu.engine;

/**
 * Called inside the completing transaction of every user task on every path (Tasklist, REST, Java).
 * May set routing facts.
 */
public interface CompletionGuard {

  /**
   * @throws SubmissionRefused when something is still missing; nothing of the submission is kept
   *     then
   */
  void beforeCompletion(CompletingTask task);
}
