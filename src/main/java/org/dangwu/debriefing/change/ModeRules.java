package org.dangwu.debriefing.change;

import java.time.Clock;
import java.time.LocalDate;
import org.dangwu.debriefing.DebriefEntries;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefMode;
import org.dangwu.debriefing.DebriefPlan;
import org.dangwu.debriefing.DebriefPlans;
import org.dangwu.debriefing.DebriefResults;
import org.dangwu.debriefing.desk.DebriefSentences;
import org.springframework.stereotype.Component;

/**
 * Whether another manner may be asked for: after the plan, before the grades, with a reason (E26).
 */
@Component("debriefModeRules")
class ModeRules {

  private static final int LONGEST = 500;

  private final DebriefEntries entries;
  private final DebriefPlans plans;
  private final DebriefResults results;
  private final DebriefSentences sentences;
  private final Clock clock;

  ModeRules(
      DebriefEntries entries,
      DebriefPlans plans,
      DebriefResults results,
      DebriefSentences sentences,
      Clock clock) {
    this.entries = entries;
    this.plans = plans;
    this.results = results;
    this.sentences = sentences;
    this.clock = clock;
  }

  /**
   * @param session day of the session, or {@code null}
   * @throws org.dangwu.engine.SubmissionRefused with what is to be mended
   */
  ModeRequest checked(ModeRequest given, LocalDate session) {
    require(plans.of(given.caseId()).filter(DebriefPlan::agreed).isPresent(), "mode.plan");
    require(results.of(given.caseId()).isEmpty(), "mode.decided");
    DebriefEntry entry =
        entries
            .find(given.entryId())
            .filter(found -> found.caseId().equals(given.caseId()))
            .filter(found -> found.state().debriefs())
            .orElseThrow(() -> sentences.refusal("mode.entry"));
    require(given.mode() != null, "mode.choice");
    if (given.mode() == entry.mode()) {
      throw sentences.refusal("mode.same", entry.name(), entry.mode().label());
    }
    require(!given.reason().isEmpty(), "mode.reason");
    require(given.reason().length() <= LONGEST, "mode.reasonLong");
    boolean ahead = session != null && !session.isBefore(LocalDate.now(clock));
    require(given.mode() == DebriefMode.WRITTEN || ahead, "mode.noSession");
    return given;
  }

  private void require(boolean holds, String key) {
    if (!holds) {
      throw sentences.refusal(key);
    }
  }
}
