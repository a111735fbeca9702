package org.dangwu.lifemeeting.year;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.dangwu.engine.ModelBean;
import org.dangwu.lifemeeting.Deadlines;

/**
 * Finds who has neither met nor the superior's consent to meet later (A02), and when to look again
 * after those who were ordered to meet.
 */
@ModelBean("yearState")
class YearState implements JavaDelegate {

  private final YearBook book;
  private final YearStandings standings;
  private final Clock clock;

  YearState(YearBook book, YearStandings standings, Clock clock) {
    this.book = book;
    this.standings = standings;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    List<BodyStanding> all =
        standings.of(book.find((String) execution.getVariable("caseId")).orElseThrow());
    List<BodyStanding> open = all.stream().filter(BodyStanding::isOpen).toList();
    boolean settled = all.stream().allMatch(body -> body.state().isSettled());
    execution.setVariable("openBodies", codes(open));
    execution.setVariable(
        "remindedBodies",
        codes(open.stream().filter(body -> body.state() == BodyState.RUNNING).toList()));
    execution.setVariable("yearResult", settled ? "SETTLED" : open.isEmpty() ? "WAITING" : "OPEN");
    LocalDate next =
        all.stream()
            .filter(body -> body.state() == BodyState.ORDERED)
            .map(BodyStanding::day)
            .min(Comparator.naturalOrder())
            .orElse(LocalDate.now(clock));
    execution.setVariable("nextCheckDate", Deadlines.startOf(next.plusDays(1)));
  }

  private static Object codes(List<BodyStanding> bodies) {
    return list(bodies.stream().map(BodyStanding::code).toList());
  }

  static Object list(List<String> codes) {
    return Variables.objectValue(new ArrayList<>(codes))
        .serializationDataFormat(Variables.SerializationDataFormats.JSON)
        .create();
  }
}
