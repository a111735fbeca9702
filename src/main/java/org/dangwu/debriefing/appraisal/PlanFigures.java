package org.dangwu.debriefing.appraisal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dangwu.debriefing.DebriefPlan;
import org.dangwu.debriefing.DebriefPlans;
import org.springframework.stereotype.Component;

/**
 * What the plan says of grades: the highest share of 好 and, where it was set, weights (C14, C15).
 */
@Component("debriefPlanFigures")
class PlanFigures {

  private final DebriefPlans plans;

  PlanFigures(DebriefPlans plans) {
    this.plans = plans;
  }

  /** How many of a hundred may be graded 好 at most. */
  int maxGoodPercent(String caseId) {
    return plan(caseId).maxGoodPercent();
  }

  /** Component to weight in percent; empty when the plan sets none. */
  Map<String, Integer> weights(String caseId) {
    Map<String, Integer> weights = new LinkedHashMap<>();
    plan(caseId)
        .weights()
        .ifPresent(
            set -> {
              weights.put(Composite.SESSION, set.session());
              weights.put(Composite.FIELD, set.field());
              weights.put(Composite.DAILY, set.daily());
            });
    return weights;
  }

  private DebriefPlan plan(String caseId) {
    return plans.of(caseId).orElseThrow();
  }
}
