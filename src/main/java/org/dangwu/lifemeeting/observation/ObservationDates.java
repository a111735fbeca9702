package org.dangwu.lifemeeting.observation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.engine.ModelBean;
import org.dangwu.lifemeeting.Deadlines;
import org.dangwu.lifemeeting.FollowingDates;
import org.dangwu.procedure.Parameters;

/**
 * Until when observers are named and until when they report, reckoned from the day of the meeting;
 * before that day is known, from the end of the year.
 */
@ModelBean("observationDates")
class ObservationDates implements JavaDelegate, FollowingDates {

  private final Parameters parameters;
  private final HeldMeetings held;
  private final Clock clock;

  ObservationDates(Parameters parameters, HeldMeetings held, Clock clock) {
    this.parameters = parameters;
    this.held = held;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariables(dates(execution.getVariables()));
  }

  @Override
  public String process() {
    return "meeting-observation";
  }

  @Override
  public Map<String, Object> dates(Map<String, Object> variables) {
    String organization = (String) variables.get("organization");
    int year = (Integer) variables.get("year");
    Date planned = (Date) variables.get("meetingDate");
    LocalDate meeting = planned == null ? LocalDate.of(year, 12, 31) : Deadlines.day(planned);
    LocalDate met =
        held.observedOn((String) variables.get("caseId"), organization, year).orElse(meeting);
    LocalDate named =
        meeting.minusDays(parameters.number("dlm.observerLeadDays", organization, year));
    LocalDate today = LocalDate.now(clock);
    return Map.of(
        "observersDueDate",
        Deadlines.endOf(named.isBefore(today) ? today : named),
        "observerReportDueDate",
        Deadlines.endOf(
            met.plusDays(parameters.number("dlm.observerReportDays", organization, year))),
        "observerReminderCycle",
        "R/P" + parameters.number("dlm.observerReminderDays", organization, year) + "D");
  }
}
