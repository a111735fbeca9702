package org.dangwu.memberreview.year;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.engine.ModelBean;
import org.dangwu.lifemeeting.Deadlines;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureKind;
import org.dangwu.procedure.ProcedureStart;
import org.dangwu.procedure.StartCheck;

/**
 * Starts the review of one branch unless it runs already (B01). A branch whose review cannot be
 * started, such as one of fewer than three formal members (E34), is listed with the reason.
 */
@ModelBean("startReviewBranch")
class StartReviewBranch implements JavaDelegate {

  private final ReviewYearBook book;
  private final BranchRuns runs;
  private final ProcedureStart start;
  private final ReviewYearNotices notices;

  StartReviewBranch(
      ReviewYearBook book, BranchRuns runs, ProcedureStart start, ReviewYearNotices notices) {
    this.book = book;
    this.runs = runs;
    this.start = start;
    this.notices = notices;
  }

  @Override
  public void execute(DelegateExecution execution) {
    ReviewYear year = book.find((String) execution.getVariable("caseId")).orElseThrow();
    String branch = (String) execution.getVariable("branch");
    if (book.isExempt(year.caseId(), branch)) {
      execution.setVariableLocal("branchState", BranchState.EXEMPT.name());
      return;
    }
    Optional<ProcedureCase> run =
        runs.counting(branch, year.year()).or(() -> started(year, branch));
    run.ifPresent(
        found -> {
          book.blocked(year.caseId(), branch, null);
          notices.deliver(year, found);
        });
    BranchState state = run.isPresent() ? BranchState.RUNNING : BranchState.BLOCKED;
    execution.setVariableLocal("branchState", state.name());
  }

  private Optional<ProcedureCase> started(ReviewYear year, String branch) {
    StartCheck check = start.check(ProcedureKind.MEMBER_REVIEW, branch, year.year(), null);
    if (!check.allowed()) {
      book.blocked(year.caseId(), branch, check.reason());
      return Optional.empty();
    }
    return Optional.of(start.start(ProcedureKind.MEMBER_REVIEW, branch, year.year(), facts(year)));
  }

  private static Map<String, Object> facts(ReviewYear year) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("yearCaseId", year.caseId());
    facts.put("combined", year.combined() ? "YES" : "NO");
    facts.put("massesWay", year.massesWay());
    facts.put("leadersExcluded", year.leadersExcluded() ? "YES" : "NO");
    facts.put("assemblyDate", Deadlines.startOf(year.suggested()));
    facts.put("reviewDueDate", Deadlines.endOf(year.endsOn()));
    return facts;
  }
}
