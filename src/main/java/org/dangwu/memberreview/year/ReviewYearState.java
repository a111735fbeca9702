package org.dangwu.memberreview.year;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.desk.Lists;
import org.dangwu.engine.ModelBean;
import org.dangwu.lifemeeting.Deadlines;

/**
 * Finds which branches have neither finished nor a later day (B01), and when to look again after
 * those that have one.
 */
@ModelBean("reviewYearState")
class ReviewYearState implements JavaDelegate {

  private final ReviewYearBook book;
  private final ReviewYearStandings standings;
  private final Clock clock;

  ReviewYearState(ReviewYearBook book, ReviewYearStandings standings, Clock clock) {
    this.book = book;
    this.standings = standings;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    List<BranchStanding> all =
        standings.of(book.find((String) execution.getVariable("caseId")).orElseThrow());
    List<BranchStanding> open = all.stream().filter(BranchStanding::isOpen).toList();
    boolean settled = all.stream().allMatch(BranchStanding::isSettled);
    execution.setVariable("openBranches", codes(open));
    execution.setVariable(
        "remindedBranches",
        codes(open.stream().filter(branch -> branch.state() == BranchState.RUNNING).toList()));
    execution.setVariable("yearResult", settled ? "SETTLED" : open.isEmpty() ? "WAITING" : "OPEN");
    LocalDate next =
        all.stream()
            .filter(branch -> branch.state().isWaiting())
            .map(BranchStanding::day)
            .min(Comparator.naturalOrder())
            .orElse(LocalDate.now(clock));
    execution.setVariable("nextCheckDate", Deadlines.startOf(next.plusDays(1)));
  }

  private static Object codes(List<BranchStanding> branches) {
    return Lists.json(branches.stream().map(BranchStanding::code).toList());
  }
}
