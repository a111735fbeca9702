package org.dangwu.lifemeeting;

import java.util.Locale;
import org.dangwu.engine.SubmissionRefused;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The Chinese sentences of this module. */
@Component("lifeMeetingSentences")
public class Sentences {

  private final MessageSource messages;

  Sentences(MessageSource messages) {
    this.messages = messages;
  }

  /** The sentence with its gaps filled; a missing key is a programming error. */
  public String say(String key, Object... arguments) {
    return messages.getMessage("lifemeeting." + key, arguments, Locale.SIMPLIFIED_CHINESE);
  }

  /** The sentence as a refusal of what was submitted. */
  public SubmissionRefused refusal(String key, Object... arguments) {
    return new SubmissionRefused(say(key, arguments));
  }

  /**
   * @throws SubmissionRefused with the sentence, when something does not hold
   */
  public void require(boolean holds, String key) {
    if (!holds) {
      throw refusal(key);
    }
  }
}
