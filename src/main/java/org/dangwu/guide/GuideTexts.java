package org.dangwu.guide;

import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The Chinese words of this module. */
@Component
class GuideTexts {

  private final MessageSource messages;

  GuideTexts(MessageSource messages) {
    this.messages = messages;
  }

  String say(String key, Object... arguments) {
    return messages.getMessage("guide." + key, arguments, Locale.SIMPLIFIED_CHINESE);
  }

  /** The words, or empty when the bundle has none for this key. */
  Optional<String> find(String key) {
    return Optional.ofNullable(
        messages.getMessage("guide." + key, null, null, Locale.SIMPLIFIED_CHINESE));
  }
}
