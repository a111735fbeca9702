package org.dangwu.debriefing.preparation;

import java.util.List;
import java.util.Optional;
import org.dangwu.debriefing.DebriefEntries;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefPlan;
import org.dangwu.debriefing.DebriefPlan.FieldTeam;
import org.dangwu.debriefing.DebriefPlans;
import org.springframework.stereotype.Component;

/** The field teams of the plan and whom they see (C08). */
@Component("debriefFieldTeams")
class FieldTeams {

  private final DebriefPlans plans;
  private final DebriefEntries entries;

  FieldTeams(DebriefPlans plans, DebriefEntries entries) {
    this.plans = plans;
    this.entries = entries;
  }

  /**
   * @throws IllegalArgumentException when no plan has such a team
   */
  FieldTeam team(String fieldCheckId) {
    return plans
        .withTeam(fieldCheckId)
        .flatMap(plan -> plan.team(fieldCheckId))
        .orElseThrow(() -> new IllegalArgumentException("没有考核组 " + fieldCheckId));
  }

  /**
   * Whom a team goes to see: for a secretary who left his post, the one who came into it; without
   * those who no longer give an account (E25).
   */
  List<DebriefEntry> entries(String fieldCheckId) {
    DebriefPlan plan =
        plans
            .withTeam(fieldCheckId)
            .orElseThrow(() -> new IllegalArgumentException("没有考核组 " + fieldCheckId));
    List<DebriefEntry> active = entries.active(plan.caseId());
    return team(fieldCheckId).entryIds().stream()
        .flatMap(id -> entries.find(id).stream())
        .flatMap(entry -> now(entry, active).stream())
        .distinct()
        .toList();
  }

  private static Optional<DebriefEntry> now(DebriefEntry entry, List<DebriefEntry> active) {
    return entry.state().debriefs()
        ? Optional.of(entry)
        : active.stream()
            .filter(other -> other.organization().equals(entry.organization()))
            .findFirst();
  }
}
