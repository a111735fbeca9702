package org.dangwu.memberreview.desk;

import java.util.Locale;
import org.dangwu.engine.SubmissionRefused;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The Chinese sentences of roster and preparation. */
@Component
public class ReviewSentences {

  private final MessageSource messages;

  ReviewSentences(MessageSource messages) {
    this.messages = messages;
  }

  /** The sentence with its gaps filled; a missing key is a programming error. */
  public String say(String key, Object... arguments) {
    return messages.getMessage("review." + key, arguments, Locale.SIMPLIFIED_CHINESE);
  }

  /** The sentence as a refusal of what was submitted. */
  public SubmissionRefused refusal(String key, Object... arguments) {
    return new SubmissionRefused(say(key, arguments));
  }
}
