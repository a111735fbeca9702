package org.dangwu.dossier;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The Chinese sentences of this module. */
@Component
public class Sentences {

  private final MessageSource messages;

  public Sentences(MessageSource messages) {
    this.messages = messages;
  }

  /** The sentence with its gaps filled; a missing key is a programming error. */
  public String say(String key, Object... arguments) {
    return messages.getMessage("dossier." + key, arguments, Locale.SIMPLIFIED_CHINESE);
  }
}
