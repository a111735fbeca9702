package org.dangwu.memberreview.outcome;

import java.util.List;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Role;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureKind;
import org.dangwu.procedure.RunPage;
import org.springframework.stereotype.Component;

/** Leads a member to his own result, and an archivist to what he is to receive. */
@Component
class ReviewRunPage implements RunPage {

  private final Organizations organizations;

  ReviewRunPage(Organizations organizations) {
    this.organizations = organizations;
  }

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

  @Override
  public List<Link> linksFor(String userId) {
    return organizations.organizationsWhere(userId, Role.ARCHIVIST).isEmpty()
        ? List.of()
        : List.of(new Link("个人档案材料移交登记", "/member-review/personnel-files"));
  }
}
