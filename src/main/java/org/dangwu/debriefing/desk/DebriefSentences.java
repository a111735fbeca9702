package org.dangwu.debriefing.desk;

import org.dangwu.desk.DeskSentences;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The Chinese sentences of the debriefing; every key begins with {@code debrief.}. */
@Component
public class DebriefSentences extends DeskSentences {

  public DebriefSentences(MessageSource messages) {
    super("debrief", messages);
  }
}
