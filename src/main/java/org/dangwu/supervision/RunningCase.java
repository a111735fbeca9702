package org.dangwu.supervision;

import java.util.List;
import org.dangwu.procedure.ProcedureCase;

/**
 * A run the person started or answers for, with the steps where it stands.
 *
 * @param steps names of the open tasks and, in brackets, who they wait for
 */
record RunningCase(ProcedureCase run, List<String> steps) {

  public String title() {
    return run.title();
  }

  public String stepText() {
    return steps.isEmpty() ? run.state().label() : String.join("、", steps);
  }
}
