package org.dangwu.engine;

import java.util.Optional;
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

  /** The refusal among what led to an exception. */
  static Optional<SubmissionRefused> in(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SubmissionRefused refused) {
        return Optional.of(refused);
      }
    }
    return Optional.empty();
  }
}
