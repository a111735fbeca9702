package org.dangwu.debriefing.change;

import java.time.Clock;
import java.time.LocalDate;
import org.dangwu.debriefing.DebriefEntries;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefMode;
import org.dangwu.debriefing.DebriefResults;
import org.dangwu.debriefing.desk.DebriefSentences;
import org.springframework.stereotype.Component;

/** Whether a change of secretary can be put into effect as it was entered (E25). */
@Component("debriefReplacementRules")
class ReplacementRules {

  private static final int LONGEST = 500;

  private final DebriefEntries entries;
  private final DebriefResults results;
  private final Replacements replacements;
  private final DebriefSentences sentences;
  private final Clock clock;

  ReplacementRules(
      DebriefEntries entries,
      DebriefResults results,
      Replacements replacements,
      DebriefSentences sentences,
      Clock clock) {
    this.entries = entries;
    this.results = results;
    this.replacements = replacements;
    this.sentences = sentences;
    this.clock = clock;
  }

  /**
   * @param session day of the session, or {@code null}
   * @throws org.dangwu.engine.SubmissionRefused with what is to be mended
   */
  Replacement checked(Replacement given, LocalDate session) {
    require(results.of(given.caseId()).isEmpty(), "replacement.decided");
    DebriefEntry left =
        entries
            .find(given.entryId())
            .filter(entry -> entry.caseId().equals(given.caseId()))
            .filter(entry -> entry.state().debriefs())
            .orElseThrow(() -> sentences.refusal("replacement.entry"));
    require(
        given.effectiveOn() != null && !given.effectiveOn().isAfter(LocalDate.now(clock)),
        "replacement.day");
    require(given.gradedParty() != null, "replacement.party");
    require(!given.reason().isEmpty(), "replacement.reason");
    require(given.reason().length() <= LONGEST, "replacement.reasonLong");
    if (given.hasSuccessor()) {
      successor(given, left, session);
    } else {
      require(!given.gradedParty().gradesSuccessor(), "replacement.vacant");
    }
    require(
        given.predecessorGoesOn() || !given.gradedParty().gradesPredecessor(),
        "replacement.gonePredecessor");
    return given;
  }

  private void successor(Replacement given, DebriefEntry left, LocalDate session) {
    if (replacements.successors(left).stream()
        .noneMatch(member -> member.personId().equals(given.successor()))) {
      throw sentences.refusal("replacement.successor", left.organizationName());
    }
    require(given.successorMode() != null, "replacement.mode");
    boolean over = session != null && session.isBefore(LocalDate.now(clock));
    require(!over || given.successorMode() == DebriefMode.WRITTEN, "replacement.sessionOver");
  }

  private void require(boolean holds, String key) {
    if (!holds) {
      throw sentences.refusal(key);
    }
  }
}
