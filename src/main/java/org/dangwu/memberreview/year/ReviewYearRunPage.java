package org.dangwu.memberreview.year;

import java.util.List;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureKind;
import org.dangwu.procedure.RunPage;
import org.springframework.stereotype.Component;

/** Leads to where the branches and, for departments above, the committees stand. */
@Component
class ReviewYearRunPage implements RunPage {

  private final CommitteesBelow below;

  ReviewYearRunPage(CommitteesBelow below) {
    this.below = below;
  }

  @Override
  public ProcedureKind kind() {
    return ProcedureKind.MEMBER_REVIEW_YEAR;
  }

  @Override
  public String label() {
    return "各支部进展";
  }

  @Override
  public String path(ProcedureCase run) {
    return "/member-review/year/" + run.caseId();
  }

  @Override
  public List<Link> linksFor(String userId) {
    return below.serves(userId)
        ? List.of(new Link("查看所属各基层党委民主评议党员进展", "/member-review/years"))
        : List.of();
  }
}
