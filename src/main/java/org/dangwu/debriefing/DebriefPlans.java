package org.dangwu.debriefing;

import java.util.List;
import java.util.Optional;

/** Plans of debriefings. Bean {@code debriefPlans} of the models. */
public interface DebriefPlans {

  /** The plan as it was saved last; empty until it was saved once. */
  Optional<DebriefPlan> of(String caseId);

  /** Voters with an account, each once, in the order of the plan; empty without a plan. */
  List<String> participants(String caseId);

  /** The plan with the field team of this id. */
  Optional<DebriefPlan> withTeam(String fieldCheckId);
}
