package org.dangwu.disposal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.dangwu.procedure.Parameters;
import org.springframework.stereotype.Component;

/** The dates of a disposal, in calendar days and months; the figures come from parameters. */
@Component("disposalDays")
class Days {

  private static final LocalTime MORNING = LocalTime.of(8, 30);
  private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

  private final Parameters parameters;
  private final Clock clock;

  Days(Parameters parameters, Clock clock) {
    this.parameters = parameters;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  Date endOf(LocalDate day) {
    return Date.from(day.atTime(LAST_SECOND).atZone(clock.getZone()).toInstant());
  }

  /** Until when those who review or approve should answer from today on. */
  Date answerDue(Disposal disposal) {
    return endOf(today().plusDays(number("disposal.replyDays", disposal)));
  }

  String reminderCycle(Disposal disposal) {
    return "R/P" + number("approval.reminderDays", disposal) + "D";
  }

  LocalDate appealDue(Disposal disposal, LocalDate announcedOn) {
    return announcedOn.plusDays(number("disposal.appealDays", disposal));
  }

  int mostMonths(Disposal disposal) {
    return number("disposal.maxCorrectionMonths", disposal);
  }

  /** The checks in between, evenly spread; at least one, whatever the length. */
  String checkCycle(Disposal disposal, LocalDate from, LocalDate until) {
    long months = Math.max(1, ChronoUnit.MONTHS.between(from, until));
    long checks = Math.max(1, (months - 1) / number("disposal.checkMonths", disposal));
    long days = Math.max(1, ChronoUnit.DAYS.between(from, until) / (checks + 1));
    // The engine does not count the firing at the start among the repetitions.
    return "R"
        + (checks - 1)
        + "/"
        + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
            from.plusDays(days).atTime(MORNING).atZone(clock.getZone()))
        + "/P"
        + days
        + "D";
  }

  private int number(String parameter, Disposal disposal) {
    return parameters.number(parameter, disposal.organization(), disposal.year());
  }
}
