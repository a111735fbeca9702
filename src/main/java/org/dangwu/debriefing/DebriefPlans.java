package org.dangwu.debriefing;

import java.util.Optional;

/** Plans of debriefings. */
public interface DebriefPlans {

  /** The plan as it was saved last; empty until it was saved once. */
  Optional<DebriefPlan> of(String caseId);

  /** The plan with the field team of this id. */
  Optional<DebriefPlan> withTeam(String fieldCheckId);
}
