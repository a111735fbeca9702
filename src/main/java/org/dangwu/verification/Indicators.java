package org.dangwu.verification;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dangwu.engine.DecisionTables;
import org.dangwu.worksheet.Choice;
import org.springframework.stereotype.Component;

/** What the table of negative indicators (负面表现, B26) says of its codes. */
@Component
class Indicators {

  private static final String TABLE = "disqualification_indicators";

  private final DecisionTables tables;

  Indicators(DecisionTables tables) {
    this.tables = tables;
  }

  List<Choice> choices() {
    return tables.choices(TABLE).stream()
        .map(code -> new Choice(code, output(code, "text")))
        .toList();
  }

  /** One line an indicator; empty for none. */
  String texts(List<String> codes) {
    return lines(codes, "text");
  }

  /** What has to be looked at for each. */
  String whatToVerify(List<String> codes) {
    return codes.stream()
        .map(code -> output(code, "text") + "：" + output(code, "whatToVerify"))
        .collect(Collectors.joining("\n"));
  }

  private String lines(List<String> codes, String column) {
    return codes.stream().map(code -> output(code, column)).collect(Collectors.joining("\n"));
  }

  private String output(String code, String column) {
    return tables
        .first(TABLE, Map.of("indicator", code))
        .map(row -> (String) row.get(column))
        .orElse(code);
  }
}
