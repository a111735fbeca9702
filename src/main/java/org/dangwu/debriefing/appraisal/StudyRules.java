package org.dangwu.debriefing.appraisal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.appraisal.Study.Absence;
import org.dangwu.debriefing.appraisal.Study.Vote;
import org.dangwu.desk.Voting.Verdict;
import org.springframework.stereotype.Component;

/** Whether the record of a study can be right (C16, C24, traps 1 and 2). */
@Component("debriefStudyRules")
class StudyRules {

  static final int LONGEST = 4000;
  private static final int LONGEST_NOTE = 2000;
  private static final int LONGEST_REASON = 1500;

  private final GradedEntries entries;
  private final OpinionBook opinions;
  private final StudyMembers members;
  private final StudyVote votes;
  private final AppraisalSentences sentences;
  private final Clock clock;

  StudyRules(
      GradedEntries entries,
      OpinionBook opinions,
      StudyMembers members,
      StudyVote votes,
      AppraisalSentences sentences,
      Clock clock) {
    this.entries = entries;
    this.opinions = opinions;
    this.members = members;
    this.votes = votes;
    this.sentences = sentences;
    this.clock = clock;
  }

  /**
   * @throws org.dangwu.engine.SubmissionRefused with what to change
   */
  void check(Study given, String caseId, String organization) {
    Set<String> due = members.ids(organization);
    if (given.heldOn() == null || given.heldOn().isAfter(LocalDate.now(clock))) {
      throw sentences.refusal("study.heldOn");
    }
    Set<String> absent =
        given.absences().stream().map(Absence::personId).collect(Collectors.toSet());
    if (given.due() != due.size() || !due.containsAll(absent)) {
      throw sentences.refusal("study.members");
    }
    if (given.chair().isEmpty() || !due.contains(given.chair()) || given.isAbsent(given.chair())) {
      throw sentences.refusal("study.chair");
    }
    checkTexts(given);
    Verdict verdict = votes.on(given.due(), given.present(), 0);
    if (verdict.refused()) {
      throw sentences.refusal("study.impossible", verdict.note());
    }
    if (verdict.noQuorum() || given.sentBack()) {
      if (!given.votes().isEmpty()) {
        throw sentences.refusal(verdict.noQuorum() ? "study.noQuorum" : "study.sentBack");
      }
    } else {
      checkVotes(given, caseId);
    }
  }

  private void checkTexts(Study given) {
    if (given.discussion().isEmpty() || given.discussion().length() > LONGEST) {
      throw sentences.refusal("study.discussion", String.valueOf(LONGEST));
    }
    if (given.absences().stream().anyMatch(one -> one.writtenOpinion().length() > LONGEST_NOTE)) {
      throw sentences.refusal("study.written", String.valueOf(LONGEST_NOTE));
    }
  }

  private void checkVotes(Study given, String caseId) {
    if (!given.hostLast()) {
      throw sentences.refusal("study.hostLast");
    }
    Map<String, Opinion> written = opinions.of(caseId);
    List<DebriefEntry> graded = entries.of(caseId);
    for (DebriefEntry entry : graded) {
      Opinion opinion = written.get(entry.entryId());
      if (opinion == null || !opinion.isComplete()) {
        throw sentences.refusal("study.noOpinion", entry.name());
      }
      check(
          given,
          entry,
          opinion,
          given
              .on(entry.entryId())
              .orElseThrow(() -> sentences.refusal("study.noVote", entry.name())));
    }
    if (given.votes().size() != graded.size()) {
      throw sentences.refusal("study.entries");
    }
  }

  private void check(Study given, DebriefEntry entry, Opinion opinion, Vote vote) {
    if (vote.hasNegative()) {
      throw sentences.refusal("study.numbers", entry.name());
    }
    int voters = given.voters(vote.recused());
    if (vote.cast() != voters) {
      throw sentences.refusal(
          "study.sum",
          entry.name(),
          String.valueOf(vote.cast()),
          String.valueOf(given.present()),
          String.valueOf(given.present() - voters),
          String.valueOf(voters));
    }
    if (vote.reason().length() > LONGEST_REASON) {
      throw sentences.refusal("opinion.long", entry.name(), String.valueOf(LONGEST_REASON));
    }
    if (vote.grade() != opinion.grade() && vote.reason().isEmpty()) {
      throw sentences.refusal("study.reason", entry.name());
    }
  }
}
