package org.dangwu.lifemeeting;

import java.util.List;
import java.util.Map;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.dangwu.lifemeeting.LifeMeetingProcess.Tasks;
import org.dangwu.procedure.Rosters;
import org.dangwu.questionnaire.Questionnaires;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lets the gathering of opinions end only when it is on record how it was done and every original
 * is there (A09), and makes the document of originals. Runs before the dossier's own guard, which
 * makes that document final.
 */
@Component
@Order(50)
class OpinionGuard implements CompletionGuard {

  /** The variable that tells who gathered, see {@link CollectedBy}. */
  private static final String COLLECTED_BY = "collectedBy";

  private final OpinionBook book;
  private final Questionnaires questionnaires;
  private final Rosters rosters;
  private final Dossiers dossiers;
  private final Sentences sentences;

  OpinionGuard(
      OpinionBook book,
      Questionnaires questionnaires,
      Rosters rosters,
      Dossiers dossiers,
      Sentences sentences) {
    this.book = book;
    this.questionnaires = questionnaires;
    this.rosters = rosters;
    this.dossiers = dossiers;
    this.sentences = sentences;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    if (!task.elementId().equals(Tasks.COLLECT_OPINIONS)) {
      return;
    }
    String caseId = (String) task.variable(LifeMeetingProcess.CASE_ID.name());
    OpinionCollection collection =
        book.collection(caseId).orElseThrow(() -> sentences.refusal("opinion.missing"));
    if (questionnaires.ofCase(caseId).filter(found -> !found.closed()).isPresent()) {
      throw sentences.refusal("opinion.questionnaire.open");
    }
    List<Opinion> opinions = book.of(caseId);
    if (opinions.isEmpty() != collection.noneReceived()) {
      throw sentences.refusal(opinions.isEmpty() ? "opinion.none" : "opinion.notNone");
    }
    dossiers.write(
        DocumentKey.of(caseId, "opinions"),
        Map.of(
            "source",
            sentences.say(
                "opinion.document.source",
                collection.collectedBy().label(),
                collection.collector(),
                collection.scope()),
            "original",
            opinions.isEmpty()
                ? sentences.say("opinion.document.none")
                : OpinionTexts.originals(opinions, rosters.of(caseId))),
        task.assignee().orElse("system"));
    task.setVariable(COLLECTED_BY, collection.collectedBy().name());
  }
}
