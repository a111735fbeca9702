package org.dangwu.debriefing.plan;

import org.dangwu.debriefing.DebriefPlan.FieldTeam;
import org.dangwu.debriefing.DebriefPlans;
import org.dangwu.engine.ModelBean;

/** Names the leader of a field team to the model, which gives him the check (C08). */
@ModelBean("debriefTeams")
public class DebriefTeams {

  private final DebriefPlans plans;

  DebriefTeams(DebriefPlans plans) {
    this.plans = plans;
  }

  /** User id of the leader (调研组组长). */
  public String leader(String fieldCheckId) {
    return plans
        .withTeam(fieldCheckId)
        .flatMap(plan -> plan.team(fieldCheckId))
        .map(FieldTeam::leader)
        .orElseThrow(() -> new IllegalArgumentException("field team " + fieldCheckId));
  }
}
