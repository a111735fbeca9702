package org.dangwu.lifemeeting.year;

import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureKind;
import org.dangwu.procedure.RunPage;
import org.springframework.stereotype.Component;

/** Leads to where the bodies stand in the year. */
@Component
class YearRunPage implements RunPage {

  @Override
  public ProcedureKind kind() {
    return ProcedureKind.LIFE_MEETING_YEAR;
  }

  @Override
  public String label() {
    return "各单位进展";
  }

  @Override
  public String path(ProcedureCase run) {
    return "/life-meeting/year/" + run.caseId();
  }
}
