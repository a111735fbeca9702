package org.dangwu.desk;

import java.util.Locale;
import org.dangwu.engine.SubmissionRefused;
import org.springframework.context.MessageSource;

/** The Chinese sentences of a module, under its own prefix. */
public abstract class DeskSentences {

  private final String prefix;
  private final MessageSource messages;

  /**
   * @param module first part of the keys, without the dot
   */
  protected DeskSentences(String module, MessageSource messages) {
    this.prefix = module + ".";
    this.messages = messages;
  }

  /** The sentence with its gaps filled; a missing key is a programming error. */
  public String say(String key, Object... arguments) {
    return messages.getMessage(prefix + key, arguments, Locale.SIMPLIFIED_CHINESE);
  }

  /** The sentence as a refusal of what was submitted. */
  public SubmissionRefused refusal(String key, Object... arguments) {
    return new SubmissionRefused(say(key, arguments));
  }
}
