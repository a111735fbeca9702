package org.dangwu.worksheet;

import org.dangwu.desk.DeskSentences;
import org.springframework.context.MessageSource;

/** The Chinese sentences of a module that works with sheets, under its own prefix. */
public abstract class ModuleSentences extends DeskSentences {

  protected ModuleSentences(String module, MessageSource messages) {
    super(module, messages);
  }

  /** A choice whose label stands in the messages of the module. */
  public Choice choice(String value) {
    return new Choice(value, say("choice." + value));
  }
}
