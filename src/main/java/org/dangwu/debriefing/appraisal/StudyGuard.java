package org.dangwu.debriefing.appraisal;

import java.util.List;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefingProcess;
import org.dangwu.debriefing.appraisal.Distribution.Share;
import org.dangwu.debriefing.appraisal.DistributionBook.Stage;
import org.dangwu.debriefing.desk.DebriefSteps;
import org.dangwu.desk.Voting.Verdict;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Turns the recorded study into the counts that the tables of votes and shares read (C16, C15). The
 * run learns the smallest approval and how many are 好, never whose vote or grade.
 */
@Component("debriefStudyGuard")
@Order(50)
class StudyGuard implements CompletionGuard {

  private static final String SENT_BACK = "NOT_PASSED";

  private final GradedEntries entries;
  private final OpinionBook opinions;
  private final StudyBook book;
  private final StudyRules rules;
  private final StudyVote votes;
  private final Distribution distribution;
  private final DistributionBook checks;
  private final DecisionRecord decisions;
  private final StudyPapers papers;
  private final AppraisalSentences sentences;

  StudyGuard(
      GradedEntries entries,
      OpinionBook opinions,
      StudyBook book,
      StudyRules rules,
      StudyVote votes,
      Distribution distribution,
      DistributionBook checks,
      DecisionRecord decisions,
      StudyPapers papers,
      AppraisalSentences sentences) {
    this.entries = entries;
    this.opinions = opinions;
    this.book = book;
    this.rules = rules;
    this.votes = votes;
    this.distribution = distribution;
    this.checks = checks;
    this.decisions = decisions;
    this.papers = papers;
    this.sentences = sentences;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    if (!DebriefSteps.is(task, StudyPage.STEP)) {
      return;
    }
    String caseId = (String) task.variable(DebriefingProcess.CASE_ID);
    String user = task.assignee().orElse("system");
    Study study = book.find(task.taskId()).orElseThrow(() -> sentences.refusal("study.missing"));
    rules.check(study, caseId, (String) task.variable(DebriefingProcess.ORGANIZATION));
    Verdict verdict = votes.on(study.due(), study.present(), study.smallestApproval());
    String outcome = study.sentBack() && !verdict.noQuorum() ? SENT_BACK : verdict.outcome();
    List<DebriefEntry> graded = entries.of(caseId);
    Share share =
        distribution.of(
            caseId,
            graded.stream()
                .map(entry -> study.on(entry.entryId()).map(Study.Vote::grade))
                .toList());
    study.votes().forEach(vote -> decide(study, vote, user));
    if (verdict.passed() && !study.sentBack()) {
      study.votes().forEach(vote -> opinions.study(vote.entryId(), vote.grade()));
      checks.add(caseId, Stage.STUDY, share, user);
    }
    book.settle(task.taskId(), outcome);
    papers.write(caseId, study, outcome, graded, user);
    task.setVariable(DebriefingProcess.STUDY_DUE, study.due());
    task.setVariable(DebriefingProcess.STUDY_PRESENT, study.present());
    task.setVariable(DebriefingProcess.STUDY_APPROVE, study.smallestApproval());
    ShareFacts.set(task, share);
  }

  private void decide(Study study, Study.Vote vote, String user) {
    Verdict verdict = votes.on(study.due(), study.present(), vote.approve());
    decisions.vote(study, vote, votes.table(), verdict.outcome(), user);
  }
}
