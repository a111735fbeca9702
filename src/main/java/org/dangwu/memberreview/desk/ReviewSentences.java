package org.dangwu.memberreview.desk;

import org.dangwu.desk.DeskSentences;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The Chinese sentences of roster and preparation. */
@Component
public class ReviewSentences extends DeskSentences {

  ReviewSentences(MessageSource messages) {
    super("review", messages);
  }
}
