package org.dangwu.lifemeeting;

import org.dangwu.procedure.ProcedureEnded;
import org.dangwu.questionnaire.Questionnaire;
import org.dangwu.questionnaire.Questionnaires;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes the questionnaire of a run that was broken off (E35): nobody may go on answering for a
 * meeting that is not held, and what was answered so far is not kept without a purpose.
 */
@Component
class AbandonedQuestionnaires {

  private static final Logger log = LoggerFactory.getLogger(AbandonedQuestionnaires.class);

  private final Questionnaires questionnaires;

  AbandonedQuestionnaires(Questionnaires questionnaires) {
    this.questionnaires = questionnaires;
  }

  @EventListener
  @Transactional
  void ended(ProcedureEnded run) {
    questionnaires
        .ofCase(run.caseId())
        .filter(found -> !found.closed())
        .map(Questionnaire::id)
        .ifPresent(
            id -> {
              int discarded = questionnaires.close(id).size();
              log.info(
                  "Case {} ended: questionnaire closed, {} answers discarded",
                  run.caseId(),
                  discarded);
            });
  }
}
