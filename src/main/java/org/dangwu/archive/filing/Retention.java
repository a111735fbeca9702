package org.dangwu.archive.filing;

import java.util.Map;
import java.util.Set;
import org.dangwu.engine.DecisionTables;
import org.dangwu.procedure.ProcedureKind;
import org.springframework.stereotype.Component;

/** How long a document is kept (保管期限), by the table {@code retention_period} that owners edit. */
@Component
class Retention {

  private static final Set<String> CODES = Set.of("Y", "D30", "D10");

  private final DecisionTables tables;

  Retention(DecisionTables tables) {
    this.tables = tables;
  }

  /**
   * @throws IllegalStateException with a Chinese sentence when the table has no valid answer
   */
  Period of(ProcedureKind procedure, String documentType) {
    Map<String, Object> row =
        tables
            .first(
                "retention_period",
                Map.of("procedure", procedure.key(), "documentType", documentType))
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "决策表 retention_period 没有规定“%s”中 %s 的保管期限，请补充后重试。"
                            .formatted(procedure.label(), documentType)));
    String code = String.valueOf(row.get("retention"));
    if (!CODES.contains(code)) {
      throw new IllegalStateException(
          "决策表 retention_period 中的保管期限代码“%s”无效，只能填写 Y、D30、D10。".formatted(code));
    }
    return new Period(code, String.valueOf(row.get("label")));
  }

  /**
   * @param code Y, D30 or D10
   * @param label 永久, 30年 or 10年
   */
  record Period(String code, String label) {

    /** Y before D30 before D10. */
    int rank() {
      return switch (code) {
        case "Y" -> 0;
        case "D30" -> 1;
        default -> 2;
      };
    }
  }
}
