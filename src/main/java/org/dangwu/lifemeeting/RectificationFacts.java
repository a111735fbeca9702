package org.dangwu.lifemeeting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.dangwu.procedure.Fact;
import org.dangwu.procedure.FactSource;
import org.dangwu.rectification.ClosingRate;
import org.dangwu.rectification.Rectifications;
import org.springframework.stereotype.Component;

/** How many of the problems listed in a year have been put right, as of today (A35). */
@Component
class RectificationFacts implements FactSource {

  private final Rectifications rectifications;
  private final Clock clock;

  RectificationFacts(Rectifications rectifications, Clock clock) {
    this.rectifications = rectifications;
    this.clock = clock;
  }

  @Override
  public List<Fact> factsOf(String organization, int year) {
    ClosingRate rate = rectifications.closingRate(organization, year);
    if (rate.total() == 0) {
      return List.of();
    }
    return List.of(
        new Fact(
            null,
            organization,
            year,
            Fact.Type.RECTIFICATION_CLOSED,
            "",
            LocalDate.now(clock),
            rate.closed(),
            rate.total(),
            rate.overdue() == 0));
  }
}
