package org.dangwu.rectification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import org.dangwu.engine.ModelBean;
import org.dangwu.procedure.Parameters;

/** The dates of an item's process; the figures come from {@link Parameters}. */
@ModelBean("rectificationDates")
public class RectificationDates {

  private final Parameters parameters;
  private final Clock clock;

  RectificationDates(Parameters parameters, Clock clock) {
    this.parameters = parameters;
    this.clock = clock;
  }

  /** Until when the superior should answer what is asked of him from today on (A32, A34). */
  public Date answerDue(String organization, int year) {
    return in("rectification.answerDays", organization, year);
  }

  /** How often he is reminded; never taken for an answer. */
  public String reminderCycle(String organization, int year) {
    return "R/P" + parameters.number("rectification.answerReminderDays", organization, year) + "D";
  }

  /** Until when what was reported as done should be verified. */
  public Date verifyDue(String organization, int year) {
    return in("rectification.verifyDays", organization, year);
  }

  Date due(LocalDate dueOn) {
    return Days.endOf(dueOn, clock);
  }

  /** First morning on which an item is watched. */
  Date watchFrom(LocalDate dueOn, String organization, int year) {
    return Days.morningOf(firstWatched(dueOn, organization, year), clock);
  }

  /** Every morning from some days before the time limit on. */
  String watchCycle(LocalDate dueOn, String organization, int year) {
    return Days.everyMorningFrom(firstWatched(dueOn, organization, year), clock.getZone());
  }

  boolean isWatched(LocalDate dueOn, String organization, int year) {
    return !LocalDate.now(clock).isBefore(firstWatched(dueOn, organization, year));
  }

  private LocalDate firstWatched(LocalDate dueOn, String organization, int year) {
    return dueOn.minusDays(parameters.number("rectification.reminderDays", organization, year));
  }

  private Date in(String parameter, String organization, int year) {
    return Days.endOf(
        LocalDate.now(clock).plusDays(parameters.number(parameter, organization, year)), clock);
  }
}
