package org.dangwu.verification;

import org.dangwu.worksheet.ModuleSentences;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The Chinese sentences of this module. */
@Component("verificationSentences")
class Sentences extends ModuleSentences {

  Sentences(MessageSource messages) {
    super("verification", messages);
  }
}
