package org.dangwu.debriefing.plan;

import java.util.List;
import java.util.Optional;
import org.dangwu.debriefing.DebriefEntries;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefPlan;
import org.dangwu.debriefing.scope.EntryChanges;
import org.dangwu.procedure.Parameters;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What page and guard of the plan both need: the plan, what it is made for, what it still lacks.
 */
@Component("debriefPlanDesk")
class PlanDesk {

  private final DebriefPlanBook plans;
  private final DebriefEntries entries;
  private final EntryChanges changes;
  private final PlanCatalogue catalogue;
  private final PlanBackground background;
  private final DebriefPlanRules rules;
  private final Parameters parameters;

  PlanDesk(
      DebriefPlanBook plans,
      DebriefEntries entries,
      EntryChanges changes,
      PlanCatalogue catalogue,
      PlanBackground background,
      DebriefPlanRules rules,
      Parameters parameters) {
    this.plans = plans;
    this.entries = entries;
    this.changes = changes;
    this.catalogue = catalogue;
    this.background = background;
    this.rules = rules;
    this.parameters = parameters;
  }

  DebriefPlanForm.Context context(String caseId, String organizer, int year) {
    List<DebriefEntry> scope = entries.active(caseId);
    return new DebriefPlanForm.Context(
        caseId,
        year,
        scope,
        catalogue.classes(),
        catalogue.criteria(scope),
        background.fromLastList(scope, organizer, year));
  }

  Optional<DebriefPlan> find(String caseId) {
    return plans.find(caseId);
  }

  /** Keeps plan and manners together, or neither. */
  @Transactional
  void save(DebriefPlanForm.Reading reading, String user) {
    for (DebriefPlanForm.EntrySetting setting : reading.settings()) {
      entries.changeMode(setting.entryId(), setting.mode(), setting.reason());
      changes.manage(setting.entryId(), setting.authority());
    }
    plans.save(reading.plan(), user);
  }

  /** All that the saved plan still lacks. */
  List<String> missing(DebriefPlan plan, String organizer) {
    return rules.missing(plan, entries.active(plan.caseId()), limits(organizer, plan.year()));
  }

  DebriefPlanRules.Limits limits(String organizer, int year) {
    return new DebriefPlanRules.Limits(
        parameters.figure("debrief.maxGoodPercent", organizer, year).orElse(0),
        parameters.number("debrief.reportLeadDays", organizer, year));
  }
}
