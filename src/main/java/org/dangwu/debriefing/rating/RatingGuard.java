package org.dangwu.debriefing.rating;

import org.dangwu.debriefing.DebriefingProcess;
import org.dangwu.debriefing.DebriefingProcess.Tasks;
import org.dangwu.debriefing.desk.DebriefSentences;
import org.dangwu.debriefing.desk.DebriefSteps;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets the rating begin only when it is arranged for the session as it was held (C12, C24). */
@Component("debriefRatingGuard")
@Order(50)
class RatingGuard implements CompletionGuard {

  private final RatingSession session;
  private final RatingArrangements arrangements;
  private final RatingRules rules;
  private final DebriefSentences sentences;

  RatingGuard(
      RatingSession session,
      RatingArrangements arrangements,
      RatingRules rules,
      DebriefSentences sentences) {
    this.session = session;
    this.arrangements = arrangements;
    this.rules = rules;
    this.sentences = sentences;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    if (!DebriefSteps.is(task, Tasks.PREPARE_RATING)) {
      return;
    }
    String caseId = (String) task.variable(DebriefingProcess.CASE_ID);
    if (session.objects(caseId).isEmpty()) {
      return;
    }
    rules.check(
        arrangements
            .find(caseId, session.sitting(caseId).number())
            .orElseThrow(() -> sentences.refusal("rating.missing")),
        caseId,
        (String) task.variable(DebriefingProcess.ORGANIZATION));
  }
}
