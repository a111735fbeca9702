package org.dangwu.lifemeeting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.dangwu.engine.ModelBean;
import org.dangwu.procedure.Parameters;

/**
 * The dates of a life meeting, all reckoned from the day of the meeting: plan due before it (A06),
 * report due after it (A27). The figures come from {@link Parameters}.
 */
@ModelBean("lifeMeetingDates")
public class LifeMeetingDates implements JavaDelegate {

  private final Parameters parameters;
  private final Clock clock;

  LifeMeetingDates(Parameters parameters, Clock clock) {
    this.parameters = parameters;
    this.clock = clock;
  }

  /**
   * Sets the deadlines as variables, where Cockpit shows them; the report's from the day the
   * meeting was really held.
   */
  @Override
  public void execute(DelegateExecution execution) {
    Date planned = LifeMeetingProcess.MEETING_DATE.from(execution);
    LocalDate meeting = Deadlines.day(planned);
    LocalDate planDue = meeting.minusDays(figure("dlm.planLeadDays", execution));
    LocalDate held = Deadlines.day(LifeMeetingProcess.HELD_DATE.in(execution).orElse(planned));
    LocalDate reportDue = held.plusDays(figure("dlm.reportDays", execution));
    set(
        execution,
        "planReminderDate",
        morning(planDue.minusDays(figure("dlm.planReminderDays", execution))));
    set(
        execution,
        "planWarningDate",
        morning(planDue.minusDays(figure("dlm.planWarningDays", execution))));
    set(execution, "planDueDate", Deadlines.endOf(planDue));
    set(
        execution,
        "reportReminderDate",
        morning(held.plusDays(figure("dlm.reportReminderDays", execution))));
    set(
        execution,
        "reportWarningDate",
        morning(held.plusDays(figure("dlm.reportWarningDays", execution))));
    set(execution, "reportDueDate", Deadlines.endOf(reportDue));
    set(execution, "reportOverdueDate", Deadlines.startOf(reportDue.plusDays(1)));
  }

  /** Today at midnight, as a day reported. */
  public Date today() {
    return Deadlines.startOf(LocalDate.now(clock));
  }

  /** Days from today to a day; negative when it has passed. */
  public int daysUntil(Date day) {
    return Deadlines.daysBetween(LocalDate.now(clock), Deadlines.day(day));
  }

  public int daysBetween(Date from, Date to) {
    return Deadlines.daysBetween(Deadlines.day(from), Deadlines.day(to));
  }

  /**
   * The month counted from January of the procedure's year: 1 to 12 in that year, 13 is January of
   * the next (A01).
   */
  public int monthOfYear(Date day, int year) {
    LocalDate date = Deadlines.day(day);
    return (date.getYear() - year) * 12 + date.getMonthValue();
  }

  /**
   * Where the meeting lies in the time that the superior's notice of the year sets (A01, A02):
   * {@code BEFORE}, {@code WITHIN}, {@code AFTER}, or {@code NONE} when no notice sets one.
   */
  public String window(VariableScope scope) {
    LocalDate meeting = Deadlines.day(LifeMeetingProcess.MEETING_DATE.from(scope));
    Optional<LocalDate> start = LifeMeetingProcess.WINDOW_START.in(scope).map(Deadlines::day);
    Optional<LocalDate> end = LifeMeetingProcess.WINDOW_END.in(scope).map(Deadlines::day);
    if (start.isEmpty() && end.isEmpty()) {
      return "NONE";
    }
    if (start.isPresent() && meeting.isBefore(start.get())) {
      return "BEFORE";
    }
    return end.isPresent() && meeting.isAfter(end.get()) ? "AFTER" : "WITHIN";
  }

  /** How many days before the meeting the plan must be there (A06). */
  public int planLeadDays(String organization, int year) {
    return parameters.number("dlm.planLeadDays", organization, year);
  }

  /** Within how many days after the meeting the report must be there (A27). */
  public int reportDays(String organization, int year) {
    return parameters.number("dlm.reportDays", organization, year);
  }

  /**
   * The meeting date after an approval: what was proposed, what the superior set instead, or what
   * stood before.
   */
  public Date agreedDate(VariableScope approval) {
    return switch ((String) approval.getVariable("approvalResult")) {
      case "APPROVED" -> (Date) approval.getVariable("proposedDate");
      case "RESCHEDULED" -> (Date) approval.getVariable("newMeetingDate");
      default -> (Date) approval.getVariable("meetingDate");
    };
  }

  private int figure(String key, DelegateExecution execution) {
    return parameters.number(
        key,
        LifeMeetingProcess.ORGANIZATION.from(execution),
        LifeMeetingProcess.YEAR.from(execution));
  }

  private static Date morning(LocalDate day) {
    return Deadlines.morningOf(day);
  }

  private static void set(DelegateExecution execution, String name, Date date) {
    // On the instance: the timers of the neighbouring plane and Cockpit look there.
    execution.getProcessInstance().setVariable(name, date);
  }
}
