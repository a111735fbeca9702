package org.dangwu.debriefing.appraisal;

import org.dangwu.worksheet.ModuleSentences;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The Chinese sentences of the sheets on low grades. */
@Component("debriefLowGradeSentences")
class LowGradeSentences extends ModuleSentences {

  LowGradeSentences(MessageSource messages) {
    super("debrief.low", messages);
  }
}
