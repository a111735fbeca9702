package org.dangwu.debriefing.rating;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.debriefing.DebriefRatings;
import org.dangwu.debriefing.DebriefingProcess;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.ModelBean;

/** Files the summary of the ratings with its picture; after a further session a new version. */
@ModelBean("summarizeDebriefRating")
class SummarizeDebriefRating implements JavaDelegate, ExecutionListener {

  private static final String AUTHOR = "system";

  private final RatingSummary summary;
  private final DebriefRatings ratings;
  private final Dossiers dossiers;

  SummarizeDebriefRating(RatingSummary summary, DebriefRatings ratings, Dossiers dossiers) {
    this.summary = summary;
    this.ratings = ratings;
    this.dossiers = dossiers;
  }

  @Override
  public void notify(DelegateExecution execution) {
    execute(execution);
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = (String) execution.getVariable(DebriefingProcess.CASE_ID);
    if (summary.turnout(caseId).isEmpty()) {
      return;
    }
    DocumentKey key = DocumentKey.of(caseId, RatingPicture.PAPER);
    dossiers.write(
        key,
        Map.of(
            "turnout", String.join("\n", summary.turnout(caseId)),
            "note", String.join("\n", summary.notes(caseId, ratings.of(caseId)))),
        AUTHOR);
    dossiers.generate(key, AUTHOR);
    dossiers.finish(key, AUTHOR);
  }
}
