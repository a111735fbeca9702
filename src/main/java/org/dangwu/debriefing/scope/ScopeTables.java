package org.dangwu.debriefing.scope;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dangwu.debriefing.DebriefMode;
import org.dangwu.engine.DecisionTables;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.organization.Organization;
import org.springframework.stereotype.Component;

/** Asks the tables {@code debrief_scope} and {@code debrief_mode} (C02, C03). */
@Component("debriefScopeTables")
class ScopeTables {

  private static final String SCOPE = "debrief_scope";
  private static final String MODE = "debrief_mode";

  private final DecisionTables tables;

  ScopeTables(DecisionTables tables) {
    this.tables = tables;
  }

  /**
   * @param category kind of organisation, for the criteria of the appraisal
   * @param note why it is in scope or not, in one sentence
   */
  record Scope(boolean inScope, String category, String note) {}

  /**
   * @param required whether the other manner needs a reason and consent
   */
  record Manner(DebriefMode mode, boolean required) {}

  Scope scope(Organization organizer, Organization unit) {
    Map<String, Object> inputs = new LinkedHashMap<>();
    inputs.put("organizerKind", organizer.kind().name());
    inputs.put("organizerLevel", organizer.level().name());
    inputs.put("kind", unit.kind().name());
    inputs.put("level", unit.level().name());
    inputs.put("unitType", unit.unitType().name());
    Map<String, Object> row = row(SCOPE, "述职对象范围", inputs);
    return new Scope(
        Boolean.TRUE.equals(row.get("inScope")),
        (String) row.get("category"),
        (String) row.get("note"));
  }

  Manner manner(Organization unit) {
    Map<String, Object> inputs = new LinkedHashMap<>();
    inputs.put("level", unit.level().name());
    inputs.put("unitType", unit.unitType().name());
    inputs.put("exception", false);
    Map<String, Object> row = row(MODE, "述职方式", inputs);
    return new Manner(
        DebriefMode.valueOf((String) row.get("mode")), Boolean.TRUE.equals(row.get("required")));
  }

  private Map<String, Object> row(String key, String name, Map<String, Object> inputs) {
    return tables
        .first(key, inputs)
        .orElseThrow(() -> new SubmissionRefused("决策表“%s”没有适用的规则，请流程管理员补全后再办理。".formatted(name)));
  }
}
