package org.dangwu.memberreview.outcome;

import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureKind;
import org.dangwu.procedure.RunPage;
import org.springframework.stereotype.Component;

/** Leads a member to his own result. */
@Component
class ReviewRunPage implements RunPage {

  @Override
  public ProcedureKind kind() {
    return ProcedureKind.MEMBER_REVIEW;
  }

  @Override
  public String label() {
    return "本人评定意见";
  }

  @Override
  public String path(ProcedureCase run) {
    return "/member-review/case/" + run.caseId() + "/result";
  }
}
