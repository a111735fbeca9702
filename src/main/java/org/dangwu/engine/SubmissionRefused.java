package org.dangwu.engine;

import org.camunda.bpm.engine.BadUserRequestException;

/** A submission that cannot be taken; the message is one Chinese sentence that says what to do. */
public class SubmissionRefused extends BadUserRequestException {

  private static final long serialVersionUID = 1L;

  public SubmissionRefused(String sentence) {
    super(sentence);
  }

  public SubmissionRefused(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
