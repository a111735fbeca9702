package org.dangwu.lifemeeting.year;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.engine.ModelBean;
import org.dangwu.lifemeeting.observation.BodiesBelow;
import org.dangwu.procedure.GuidedBodies;

/** Freezes the list of bodies for which the year is deployed (A01). */
@ModelBean("listBodies")
class ListBodies implements JavaDelegate {

  private final YearBook book;
  private final BodiesBelow bodies;

  ListBodies(YearBook book, BodiesBelow bodies) {
    this.book = book;
    this.bodies = bodies;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = (String) execution.getVariable("caseId");
    book.freeze(caseId, bodies.of((String) execution.getVariable("organization")));
    execution.setVariable(
        "bodies", YearState.list(book.of(caseId).stream().map(GuidedBodies.Body::code).toList()));
  }
}
