package org.dangwu.memberreview.year;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dangwu.procedure.GuidedBodies.Body;
import org.dangwu.procedure.GuidedBodies.Handled;
import org.dangwu.procedure.ProcedureCase;
import org.springframework.stereotype.Component;

/**
 * Where each branch stands in the year (B01): it filed its papers; or it need not review by itself;
 * or the committee gave it a later day; or nothing of that.
 */
@Component
class ReviewYearStandings {

  private final ReviewYearBook book;
  private final BranchRuns runs;
  private final BranchSteps steps;
  private final Clock clock;

  ReviewYearStandings(ReviewYearBook book, BranchRuns runs, BranchSteps steps, Clock clock) {
    this.book = book;
    this.runs = runs;
    this.steps = steps;
    this.clock = clock;
  }

  /** In the order of the frozen list. */
  List<BranchStanding> of(ReviewYear year) {
    return book.of(year.caseId()).stream().map(branch -> standing(year, branch)).toList();
  }

  private BranchStanding standing(ReviewYear year, Body branch) {
    Optional<ProcedureCase> run = runs.newest(branch.code(), year.year());
    Optional<LocalDate> filed = run.flatMap(runs::filedOn);
    Optional<Handled<Decision>> handled = book.handling(year.caseId(), branch.code());
    BranchState state = state(year, branch, run, filed.isPresent(), handled);
    LocalDate due = handled.map(Handled::until).orElse(year.endsOn());
    LocalDate day = state.isWaiting() ? due : filed.orElse(null);
    boolean overdue = !state.isSettled() && due.isBefore(LocalDate.now(clock));
    return new BranchStanding(
        branch.code(),
        branch.name(),
        state,
        day,
        due,
        run.map(steps::of).orElse(null),
        run.isPresent() ? null : branch.blockedReason(),
        run.map(ProcedureCase::caseId).orElse(null),
        run.map(ProcedureCase::businessKey).orElse(null),
        overdue);
  }

  private BranchState state(
      ReviewYear year,
      Body branch,
      Optional<ProcedureCase> run,
      boolean filed,
      Optional<Handled<Decision>> handled) {
    if (book.isExempt(year.caseId(), branch.code())) {
      return BranchState.EXEMPT;
    }
    if (run.isPresent() && run.get().state() == ProcedureCase.State.CANCELLED) {
      return BranchState.TERMINATED;
    }
    if (filed || run.filter(r -> r.state() == ProcedureCase.State.COMPLETED).isPresent()) {
      return BranchState.FILED;
    }
    LocalDate today = LocalDate.now(clock);
    if (handled.filter(h -> !h.until().isBefore(today)).isPresent()) {
      return handled.get().decision() == Decision.CONSENT
          ? BranchState.POSTPONED
          : BranchState.ORDERED;
    }
    if (run.isPresent()) {
      return BranchState.RUNNING;
    }
    return branch.blockedReason() == null ? BranchState.NOT_STARTED : BranchState.BLOCKED;
  }
}
