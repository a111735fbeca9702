package org.dangwu.ballot.round;

import java.util.Locale;
import org.dangwu.engine.SubmissionRefused;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The Chinese sentences of this module. */
@Component
public class BallotSentences {

  private final MessageSource messages;

  BallotSentences(MessageSource messages) {
    this.messages = messages;
  }

  public String say(String key, Object... arguments) {
    return messages.getMessage("ballot." + key, arguments, Locale.SIMPLIFIED_CHINESE);
  }

  public SubmissionRefused refusal(String key, Object... arguments) {
    return new SubmissionRefused(say(key, arguments));
  }
}
