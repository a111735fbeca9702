package org.dangwu.memberreview.grading;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dangwu.ballot.TellerList;
import org.springframework.stereotype.Component;

/** What an arrangement of ballots must hold to before it is kept (B10–B14). */
@Component
class ArrangementRules {

  private static final int TELLERS = 2;
  private static final int FEWEST_SHEETS = 2;
  private static final int MOST_SHEETS = 500;
  private static final int LONGEST_DAYS = 60;

  private final TellerCandidates candidates;
  private final Sentences sentences;
  private final Clock clock;

  ArrangementRules(TellerCandidates candidates, Sentences sentences, Clock clock) {
    this.candidates = candidates;
    this.sentences = sentences;
    this.clock = clock;
  }

  /**
   * @param poll whether the plan of the review asks for a poll of the masses
   * @throws org.dangwu.engine.SubmissionRefused with what to change
   */
  void check(BallotArrangement plan, String caseId, String organization, boolean poll) {
    List<String> tellers = plan.tellers();
    if (tellers.size() < TELLERS || new HashSet<>(tellers).size() != tellers.size()) {
      throw sentences.refusal("ballots.tellers", TELLERS);
    }
    if (plan.recorder() == null || plan.recorder().isEmpty()) {
      throw sentences.refusal("ballots.recorder");
    }
    if (tellers.contains(plan.recorder())) {
      throw sentences.refusal("ballots.tellerRecorder");
    }
    Set<String> allowed = TellerList.persons(candidates.groups(caseId, organization));
    if (!allowed.containsAll(tellers)) {
      throw sentences.refusal("ballots.tellerStranger");
    }
    LocalDate today = LocalDate.now(clock);
    if (plan.dueOn() == null
        || plan.dueOn().isBefore(today)
        || plan.dueOn().isAfter(today.plusDays(LONGEST_DAYS))) {
      throw sentences.refusal("ballots.due", LONGEST_DAYS);
    }
    if (poll && (plan.sheets() < FEWEST_SHEETS || plan.sheets() > MOST_SHEETS)) {
      throw sentences.refusal("ballots.sheets", FEWEST_SHEETS, MOST_SHEETS);
    }
  }
}
