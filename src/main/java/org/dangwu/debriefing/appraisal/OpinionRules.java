package org.dangwu.debriefing.appraisal;

import java.util.List;
import java.util.Optional;
import org.dangwu.debriefing.DebriefEntry;
import org.springframework.stereotype.Component;

/** What an opinion must hold to (C14): what he achieved, at least one problem, a grade. */
@Component("debriefOpinionRules")
class OpinionRules {

  static final int LONGEST_TEXT = 4000;
  static final int LONGEST = 2000;

  private final AppraisalSentences sentences;

  OpinionRules(AppraisalSentences sentences) {
    this.sentences = sentences;
  }

  /**
   * Checks what was typed; what is still empty may stay so while no grade is put forward.
   *
   * @throws org.dangwu.engine.SubmissionRefused with what to change
   */
  void checkTyped(DebriefEntry entry, Opinion given, Optional<Composite> advice) {
    for (String text : List.of(given.achievements(), given.problems())) {
      checkLength(entry, text, LONGEST_TEXT);
    }
    for (String text : List.of(given.daily(), given.reason())) {
      checkLength(entry, text, LONGEST);
    }
    if (given.grade() != null) {
      graded(entry, given, advice);
    }
  }

  /**
   * @throws org.dangwu.engine.SubmissionRefused when there is no opinion on him yet
   */
  void checkComplete(DebriefEntry entry, Opinion opinion, Optional<Composite> advice) {
    if (opinion.grade() == null) {
      throw sentences.refusal("opinion.open", entry.name());
    }
    checkTyped(entry, opinion, advice);
  }

  private void checkLength(DebriefEntry entry, String text, int longest) {
    if (text.length() > longest) {
      throw sentences.refusal("opinion.long", entry.name(), String.valueOf(longest));
    }
  }

  private void graded(DebriefEntry entry, Opinion given, Optional<Composite> advice) {
    if (given.daily().isEmpty()) {
      throw sentences.refusal("opinion.daily", entry.name());
    }
    if (given.achievements().isEmpty() || given.problems().isEmpty()) {
      throw sentences.refusal("opinion.text", entry.name());
    }
    boolean differs =
        advice.map(Composite::grade).filter(advised -> advised != given.grade()).isPresent();
    if (differs && given.reason().isEmpty()) {
      throw sentences.refusal("opinion.reason", entry.name());
    }
  }
}
