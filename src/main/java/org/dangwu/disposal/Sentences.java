package org.dangwu.disposal;

import org.dangwu.worksheet.ModuleSentences;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The Chinese sentences of this module. */
@Component("disposalSentences")
class Sentences extends ModuleSentences {

  Sentences(MessageSource messages) {
    super("disposal", messages);
  }
}
