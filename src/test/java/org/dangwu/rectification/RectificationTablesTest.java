package org.dangwu.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.dangwu.models.Models;
import org.dangwu.models.Proves;
import org.dangwu.models.Tables;
import org.dangwu.rectification.Accountabilities.Measure;
import org.dangwu.rectification.EscalationLog.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vectors of the tables on delay, on the limits of every row. */
class RectificationTablesTest {

  private final Tables tables = new Tables();
  private final DmnDecision escalation = tables.table("shared", "rectification_escalation");
  private final DmnDecision accountability = tables.table("shared", "accountability");

  @Proves("E32")
  @ParameterizedTest
  @CsvSource({
    "-400,ORDINARY,OWNER,7",
    "-1,GRAVE,OWNER,7",
    "0,ORDINARY,OWNER,3",
    "6,IMPORTANT,OWNER,3",
    "0,GRAVE,PRINCIPAL,3",
    "6,GRAVE,PRINCIPAL,3",
    "7,ORDINARY,PRINCIPAL,7",
    "29,ORDINARY,PRINCIPAL,7",
    "7,IMPORTANT,PRINCIPAL,7",
    "14,IMPORTANT,PRINCIPAL,7",
    "15,IMPORTANT,SUPERIOR,7",
    "7,GRAVE,SUPERIOR,7",
    "400,GRAVE,SUPERIOR,7",
    "30,ORDINARY,SUPERIOR,15",
    "400,ORDINARY,SUPERIOR,15"
  })
  void theLaterAndTheGraverTheHigherTheLevel(
      int overdueDays, String severity, String level, int repeatDays) {
    Map<String, Object> row =
        tables.row(escalation, Map.of("overdueDays", overdueDays, "severity", severity));
    assertThat(row).containsEntry("level", level);
    assertThat(((Number) row.get("repeatDays")).intValue()).isEqualTo(repeatDays);
  }

  @Proves("A34")
  @ParameterizedTest
  @CsvSource({
    "-5,GRAVE,false,NONE",
    "0,GRAVE,false,NONE",
    "1,GRAVE,true,TALK",
    "6,GRAVE,true,TALK",
    "7,GRAVE,true,ACCOUNT",
    "400,GRAVE,false,ACCOUNT",
    "14,IMPORTANT,false,NONE",
    "15,IMPORTANT,false,TALK",
    "29,IMPORTANT,false,TALK",
    "15,IMPORTANT,true,NONE",
    "29,IMPORTANT,true,NONE",
    "30,IMPORTANT,true,TALK",
    "59,IMPORTANT,true,TALK",
    "60,IMPORTANT,true,ACCOUNT",
    "59,ORDINARY,false,NONE",
    "60,ORDINARY,true,REMIND",
    "89,ORDINARY,false,REMIND",
    "90,ORDINARY,true,TALK",
    "400,ORDINARY,true,TALK"
  })
  void accountabilityIsSuggestedByGravityAndDelay(
      int overdueDays, String severity, boolean reported, String suggestion) {
    assertThat(
            tables.row(
                accountability,
                Map.of("overdueDays", overdueDays, "severity", severity, "reported", reported)))
        .containsEntry("suggestion", suggestion);
  }

  @Test
  void everyDayAndGravityHasAnAnswerThatJavaKnowsAndEveryRowIsReached() {
    for (Severity severity : Severity.values()) {
      for (int days = -400; days <= 800; days++) {
        Map<String, Object> delay = Map.of("overdueDays", days, "severity", severity.name());
        Level.valueOf((String) tables.row(escalation, delay).get("level"));
        for (boolean reported : new boolean[] {true, false}) {
          Measure.valueOf(
              (String)
                  tables
                      .row(
                          accountability,
                          Map.of(
                              "overdueDays",
                              days,
                              "severity",
                              severity.name(),
                              "reported",
                              reported))
                      .get("suggestion"));
        }
      }
    }
    assertThat(tables.matched())
        .containsAll(rows("rectification_escalation"))
        .containsAll(rows("accountability"));
  }

  private static Set<String> rows(String table) {
    return Models.tables()
        .filter(file -> file.endsWith(table + ".dmn"))
        .flatMap(
            file ->
                java.util.regex.Pattern.compile("<rule id=\"([^\"]+)\"")
                    .matcher(Models.text(file))
                    .results())
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }
}
