package org.dangwu.lifemeeting.observation;

import org.dangwu.engine.ModelBean;
import org.dangwu.organization.Organizations;

/** What the model of the draw asks about a drawn body. */
@ModelBean("observationDraw")
public class ObservationDraw {

  private final Draws draws;
  private final Organizations organizations;

  ObservationDraw(Draws draws, Organizations organizations) {
    this.draws = draws;
    this.organizations = organizations;
  }

  public String name(String body) {
    return organizations.get(body).name();
  }

  /** Who leads those who attend the meeting of the body. */
  public String leader(String caseId, String body) {
    return draws.find(caseId).orElseThrow().drawn().stream()
        .filter(candidate -> candidate.code().equals(body))
        .findFirst()
        .orElseThrow()
        .leader();
  }
}
