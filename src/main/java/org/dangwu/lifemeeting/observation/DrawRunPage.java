package org.dangwu.lifemeeting.observation;

import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureKind;
import org.dangwu.procedure.RunPage;
import org.springframework.stereotype.Component;

/** Leads to how the lots were drawn and what came out. */
@Component
class DrawRunPage implements RunPage {

  @Override
  public ProcedureKind kind() {
    return ProcedureKind.OBSERVATION_DRAW;
  }

  @Override
  public String label() {
    return "抽取过程和结果";
  }

  @Override
  public String path(ProcedureCase run) {
    return "/life-meeting/draw/" + run.caseId();
  }
}
