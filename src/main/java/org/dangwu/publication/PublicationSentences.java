package org.dangwu.publication;

import java.util.Locale;
import org.dangwu.engine.SubmissionRefused;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The Chinese sentences of this module. */
@Component
class PublicationSentences {

  private final MessageSource messages;

  PublicationSentences(MessageSource messages) {
    this.messages = messages;
  }

  String say(String key, Object... arguments) {
    return messages.getMessage("publication." + key, arguments, Locale.SIMPLIFIED_CHINESE);
  }

  SubmissionRefused refusal(String key, Object... arguments) {
    return new SubmissionRefused(say(key, arguments));
  }
}
