package org.dangwu.debriefing.appraisal;

import java.util.List;
import org.dangwu.rectification.FoundProblem;
import org.dangwu.rectification.ProblemSource;
import org.springframework.stereotype.Component;

/** What the settled opinion asks a secretary to put right, for his list (C21). */
@Component("debriefOpinionProblems")
class OpinionProblems implements ProblemSource {

  private final OpinionBook opinions;
  private final AppraisalSentences sentences;

  OpinionProblems(OpinionBook opinions, AppraisalSentences sentences) {
    this.opinions = opinions;
    this.sentences = sentences;
  }

  /** One a line of the opinion; nothing before it is settled. */
  @Override
  public List<FoundProblem> problems(String caseId, String entryId) {
    return opinions
        .find(entryId)
        .filter(opinion -> opinion.caseId().equals(caseId) && opinion.settled() != null)
        .map(Opinion::problems)
        .map(
            text ->
                text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .map(line -> new FoundProblem(sentences.say("problems.source"), line))
                    .toList())
        .orElse(List.of());
  }
}
