package org.dangwu.debriefing.preparation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dangwu.engine.DecisionTables;
import org.springframework.stereotype.Component;

/** What work may and may not be judged by, from the table {@code field_evidence} (C08). */
@Component
class EvidenceKinds {

  private static final String TABLE = "field_evidence";

  private final DecisionTables tables;

  EvidenceKinds(DecisionTables tables) {
    this.tables = tables;
  }

  /** All kinds in the order of the table. */
  List<Evidence> all() {
    return tables.choices(TABLE).stream().flatMap(code -> find(code).stream()).toList();
  }

  Optional<Evidence> find(String code) {
    return tables.first(TABLE, Map.of("evidence", code)).map(row -> read(code, row));
  }

  private static Evidence read(String code, Map<String, Object> row) {
    return new Evidence(
        code,
        (String) row.get("label"),
        Boolean.TRUE.equals(row.get("accepted")),
        (String) row.get("note"));
  }
}
