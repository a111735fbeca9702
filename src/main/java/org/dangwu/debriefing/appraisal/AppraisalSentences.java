package org.dangwu.debriefing.appraisal;

import org.dangwu.desk.DeskSentences;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The Chinese sentences of the appraisal. */
@Component("debriefAppraisalSentences")
class AppraisalSentences extends DeskSentences {

  AppraisalSentences(MessageSource messages) {
    super("debrief.appraisal", messages);
  }
}
