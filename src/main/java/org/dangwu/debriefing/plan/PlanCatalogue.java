package org.dangwu.debriefing.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefPlan.Criterion;
import org.dangwu.debriefing.scope.EntryChanges;
import org.dangwu.engine.DecisionTables;
import org.springframework.stereotype.Component;

/** What a plan chooses from: the tables {@code debrief_criteria} and {@code ballot_weights}. */
@Component("debriefPlanCatalogue")
class PlanCatalogue {

  /** The class of those who give the accounts themselves. */
  static final String PEERS = "PEERS";

  static final String LEADERS = "LEADERS";
  private static final String CRITERIA = "debrief_criteria";
  private static final String CLASSES = "ballot_weights";

  private final DecisionTables tables;
  private final EntryChanges entries;

  PlanCatalogue(DecisionTables tables, EntryChanges entries) {
    this.tables = tables;
    this.entries = entries;
  }

  /**
   * A class of voters.
   *
   * @param weight what the table lays down, or {@code null} when the plan does
   */
  record VoterClass(String code, String label, Integer weight, String note) {

    boolean peers() {
      return code.equals(PEERS);
    }
  }

  /** Criteria of the kinds of organisations in scope, each once (C05). */
  List<Criterion> criteria(List<DebriefEntry> scope) {
    Map<String, Criterion> found = new LinkedHashMap<>();
    scope.stream()
        .map(entry -> entries.category(entry.entryId()))
        .distinct()
        .flatMap(category -> tables.evaluate(CRITERIA, Map.of("category", category)).stream())
        .map(
            row ->
                new Criterion(
                    (String) row.get("code"), (String) row.get("label"), (String) row.get("note")))
        .forEach(criterion -> found.putIfAbsent(criterion.code(), criterion));
    return List.copyOf(found.values());
  }

  /** Classes of voters in the order of the table (C12). */
  List<VoterClass> classes() {
    return tables.choices(CLASSES).stream()
        .map(
            code ->
                voterClass(code, tables.first(CLASSES, Map.of("voterClass", code)).orElseThrow()))
        .toList();
  }

  private static VoterClass voterClass(String code, Map<String, Object> row) {
    Object weight = row.get("weight");
    return new VoterClass(
        code,
        (String) row.get("label"),
        weight instanceof Number number ? (Integer) number.intValue() : null,
        (String) row.get("note"));
  }
}
