package org.dangwu.lifemeeting;

import java.util.Map;
import org.dangwu.engine.DecisionTables;
import org.springframework.stereotype.Component;

/** What a member has to do at the meeting after an inquiry; the table {@code letter_inquiry}. */
@Component
class InquiryRules {

  private final DecisionTables tables;

  InquiryRules(DecisionTables tables) {
    this.tables = tables;
  }

  /** The requirement in words, for example 作出深刻检查. */
  String requirement(InquiryOutcome outcome) {
    return (String)
        tables
            .first("letter_inquiry", Map.of("outcome", outcome.name()))
            .orElseThrow()
            .get("requirement");
  }
}
