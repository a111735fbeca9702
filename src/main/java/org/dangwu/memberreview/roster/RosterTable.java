package org.dangwu.memberreview.roster;

import org.dangwu.engine.DecisionTables;
import org.dangwu.engine.SubmissionRefused;
import org.springframework.stereotype.Component;

/** Asks the table {@code review_roster} who takes part how (B06, E15–E23). */
@Component
class RosterTable {

  private static final String KEY = "review_roster";

  private final DecisionTables tables;

  RosterTable(DecisionTables tables) {
    this.tables = tables;
  }

  /**
   * @throws SubmissionRefused when the table has no row for this standing
   */
  RosterVerdict decide(Standing standing, RosterPhase phase, RosterChangeKind change) {
    return tables
        .first(KEY, standing.inputs(phase, change))
        .map(RosterVerdict::of)
        .orElseThrow(() -> new SubmissionRefused("决策表“评议名册核对”没有适用的规则，请流程管理员补全后再办理。"))
        .limitedBy(standing.votingRight());
  }
}
