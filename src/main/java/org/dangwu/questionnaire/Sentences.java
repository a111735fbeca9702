package org.dangwu.questionnaire;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The Chinese sentences of this module. */
@Component("questionnaireSentences")
class Sentences {

  private final MessageSource messages;

  Sentences(MessageSource messages) {
    this.messages = messages;
  }

  String say(String key, Object... arguments) {
    return messages.getMessage("questionnaire." + key, arguments, Locale.SIMPLIFIED_CHINESE);
  }

  QuestionnaireRefused refusal(String key, Object... arguments) {
    return new QuestionnaireRefused(say(key, arguments));
  }
}
