package org.dangwu.debriefing.appraisal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefingProcess;
import org.dangwu.debriefing.appraisal.Distribution.Share;
import org.dangwu.debriefing.appraisal.DistributionBook.Stage;
import org.dangwu.debriefing.desk.DebriefSteps;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lets the opinions go on only when there is one on everybody (C14). The run learns how many grades
 * there are and how many are 好 (C15), never whose.
 */
@Component("debriefOpinionsGuard")
@Order(50)
class OpinionsGuard implements CompletionGuard {

  private final GradedEntries entries;
  private final OpinionBook opinions;
  private final OpinionRules rules;
  private final CompositeAdvisor advisor;
  private final Basis basis;
  private final DecisionRecord decisions;
  private final Distribution distribution;
  private final DistributionBook checks;
  private final OpinionPapers papers;

  OpinionsGuard(
      GradedEntries entries,
      OpinionBook opinions,
      OpinionRules rules,
      CompositeAdvisor advisor,
      Basis basis,
      DecisionRecord decisions,
      Distribution distribution,
      DistributionBook checks,
      OpinionPapers papers) {
    this.entries = entries;
    this.opinions = opinions;
    this.rules = rules;
    this.advisor = advisor;
    this.basis = basis;
    this.decisions = decisions;
    this.distribution = distribution;
    this.checks = checks;
    this.papers = papers;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    if (!DebriefSteps.is(task, OpinionsPage.STEP)) {
      return;
    }
    String caseId = (String) task.variable(DebriefingProcess.CASE_ID);
    String user = task.assignee().orElse("system");
    List<DebriefEntry> graded = entries.of(caseId);
    Map<String, Opinion> written = opinions.of(caseId);
    Function<Opinion, Optional<Composite>> advised = advisor.of(caseId);
    for (DebriefEntry entry : graded) {
      Opinion opinion = written(written, entry);
      rules.checkComplete(entry, opinion, advised.apply(opinion));
    }
    Map<String, String> ratings = basis.ratings(caseId);
    for (DebriefEntry entry : graded) {
      Opinion opinion = written(written, entry);
      Optional<Composite> advice = advised.apply(opinion);
      decisions.opinion(opinion, advice, user);
      papers.draft(entry, opinion, advice, ratings, user);
    }
    Share share =
        distribution.of(
            caseId,
            graded.stream()
                .map(entry -> Optional.ofNullable(written(written, entry).grade()))
                .toList());
    checks.add(caseId, Stage.OPINIONS, share, user);
    ShareFacts.set(task, share);
  }

  private static Opinion written(Map<String, Opinion> written, DebriefEntry entry) {
    return written.getOrDefault(entry.entryId(), Opinion.empty(entry.entryId(), entry.caseId()));
  }
}
