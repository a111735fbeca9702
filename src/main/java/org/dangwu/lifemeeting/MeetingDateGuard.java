package org.dangwu.lifemeeting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.dangwu.lifemeeting.LifeMeetingProcess.Tasks;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Refuses meeting dates that cannot be meant: days gone by, or in another year than that of the
 * procedure.
 */
@Component
@Order(50)
class MeetingDateGuard implements CompletionGuard {

  /** Which variable each task sets. */
  private static final Map<String, String> DATES =
      Map.of(
          Tasks.MAKE_PLAN, "meetingDate",
          Tasks.ADJUST_DATE, "meetingDate",
          Tasks.PROPOSE_NEW_DATE, "proposedDate",
          Tasks.REQUEST_DATE_CHANGE, "proposedDate",
          Tasks.DECIDE_SPECIAL, "specialDate",
          Tasks.RECEIVE_BY_ORGANIZATION, "repeatDate",
          Tasks.REVIEW, "newMeetingDate");

  private final Clock clock;
  private final Sentences sentences;

  MeetingDateGuard(Clock clock, Sentences sentences) {
    this.clock = clock;
    this.sentences = sentences;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    String variable = DATES.get(task.elementId());
    if (variable == null || !(task.variable(variable) instanceof Date date)) {
      return;
    }
    LocalDate day = Deadlines.day(date);
    if (day.isBefore(LocalDate.now(clock))) {
      throw sentences.refusal("date.past");
    }
    int year = ((Number) task.variable(LifeMeetingProcess.YEAR.name())).intValue();
    if (day.isBefore(LocalDate.of(year, 1, 1)) || day.isAfter(LocalDate.of(year + 1, 3, 31))) {
      throw sentences.refusal("date.year", String.valueOf(year));
    }
  }
}
