package org.dangwu.disposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.dangwu.models.Proves;
import org.dangwu.procedure.ParameterDefinition;
import org.dangwu.procedure.Parameters;
import org.junit.jupiter.api.Test;

class DaysTest {

  static final LocalDate TODAY = LocalDate.of(2026, 12, 20);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @Proves("D09")
  @Test
  void anAppealIsPointedOutForThirtyDays() {
    assertThat(days().appealDue(disposal(), TODAY)).isEqualTo(LocalDate.of(2027, 1, 19));
  }

  @Proves("D08")
  @Test
  void evenAMonthHasItsCheckInTheMiddle() {
    assertThat(days().checkCycle(disposal(), TODAY, TODAY.plusMonths(1)))
        .startsWith("R0/2027-01-04T08:30:00+08:00/");
  }

  @Test
  void whoAnswersHasUntilTheEndOfTheDay() {
    assertThat(days().answerDue(disposal()))
        .isEqualTo(LocalDate.of(2027, 1, 4).atTime(23, 59, 59).atZone(ZONE).toInstant());
    assertThat(days().reminderCycle(disposal())).isEqualTo("R/P3D");
  }

  static Days days() {
    Map<String, Integer> figures =
        Map.of(
            "disposal.checkMonths", 3,
            "disposal.appealDays", 30,
            "disposal.replyDays", 15,
            "approval.reminderDays", 3,
            "disposal.maxCorrectionMonths", 12);
    Parameters parameters =
        new Parameters() {
          @Override
          public int number(String key, String organization, int year) {
            return figures.get(key);
          }

          @Override
          public List<ParameterDefinition> definitions() {
            throw new UnsupportedOperationException();
          }

          @Override
          public void set(String key, String organization, int year, int value, String userId) {
            throw new UnsupportedOperationException();
          }
        };
    return new Days(parameters, Clock.fixed(TODAY.atTime(9, 0).atZone(ZONE).toInstant(), ZONE));
  }

  static Disposal disposal() {
    return new Disposal(
        "d1",
        "c",
        "B1",
        2026,
        "p",
        null,
        Disposal.State.OPEN,
        1,
        Measure.DEADLINE,
        TODAY,
        TODAY,
        null,
        null);
  }
}
