package org.dangwu.memberreview.grading;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dangwu.engine.DecisionTables;
import org.springframework.stereotype.Component;

/** Behaviours that speak against a member and are verified before 不合格 (负面情形, B26). */
@Component("gradingIndicators")
class Indicators {

  static final String TABLE = "disqualification_indicators";

  private final DecisionTables tables;

  Indicators(DecisionTables tables) {
    this.tables = tables;
  }

  /** In the order of the table. */
  List<Indicator> all() {
    return tables.choices(TABLE).stream()
        .flatMap(
            code ->
                tables.evaluate(TABLE, Map.of("indicator", code)).stream()
                    .map(row -> indicator(code, row)))
        .toList();
  }

  private static Indicator indicator(String code, Map<String, Object> row) {
    return new Indicator(
        code, Objects.toString(row.get("text")), Objects.toString(row.get("whatToVerify"), ""));
  }

  /** One row of the list. */
  public record Indicator(String code, String text, String whatToVerify) {}
}
