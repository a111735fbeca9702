package org.dangwu.lifemeeting.observation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.engine.ModelBean;
import org.dangwu.lifemeeting.observation.Draw.DrawCandidate;

/** Draws from the stored candidates with the stored seed (A17). */
@ModelBean("drawBodies")
class DrawBodies implements JavaDelegate {

  private final Draws draws;

  DrawBodies(Draws draws) {
    this.draws = draws;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Draw draw = draws.draw((String) execution.getVariable("caseId"));
    execution.setVariable(
        "drawnBodies",
        ObservationGuard.list(draw.drawn().stream().map(DrawCandidate::code).toList()));
  }
}
