package org.dangwu.worksheet;

import java.util.Locale;
import org.dangwu.engine.SubmissionRefused;
import org.springframework.context.MessageSource;

/** The Chinese sentences of a module that works with sheets, under its own prefix. */
public abstract class ModuleSentences {

  private final String prefix;
  private final MessageSource messages;

  protected ModuleSentences(String module, MessageSource messages) {
    this.prefix = module + ".";
    this.messages = messages;
  }

  public String say(String key, Object... arguments) {
    return messages.getMessage(prefix + key, arguments, Locale.SIMPLIFIED_CHINESE);
  }

  public SubmissionRefused refusal(String key, Object... arguments) {
    return new SubmissionRefused(say(key, arguments));
  }

  /** A choice whose label stands in the messages of the module. */
  public Choice choice(String value) {
    return new Choice(value, say("choice." + value));
  }
}
