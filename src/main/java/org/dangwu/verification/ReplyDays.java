package org.dangwu.verification;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import org.dangwu.procedure.Parameters;
import org.springframework.stereotype.Component;

/** Until when the person should answer, in calendar days. */
@Component
class ReplyDays {

  private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

  private final Parameters parameters;
  private final Clock clock;

  ReplyDays(Parameters parameters, Clock clock) {
    this.parameters = parameters;
    this.clock = clock;
  }

  /** Last day, counted from the day on which he was told. */
  LocalDate due(Verification verification) {
    return verification
        .informedOn()
        .plusDays(
            parameters.number(
                "verification.replyDays", verification.organization(), verification.year()));
  }

  boolean isOver(Verification verification) {
    return LocalDate.now(clock).isAfter(due(verification));
  }

  Date endOf(LocalDate day) {
    return Date.from(day.atTime(LAST_SECOND).atZone(clock.getZone()).toInstant());
  }
}
