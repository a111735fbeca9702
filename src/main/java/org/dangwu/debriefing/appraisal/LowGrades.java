package org.dangwu.debriefing.appraisal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.SecretaryGrade;
import org.dangwu.engine.DecisionTables;
import org.springframework.stereotype.Component;

/**
 * What the table {@code low_grade_measures} proposes for a grade (C23). Proposals only: the
 * committee's secretary decides, with a reason.
 */
@Component("debriefLowGrades")
class LowGrades {

  private static final String TABLE = "low_grade_measures";

  private final GradedEntries entries;
  private final OpinionBook opinions;
  private final LowGradeBook book;
  private final DecisionTables tables;

  LowGrades(GradedEntries entries, OpinionBook opinions, LowGradeBook book, DecisionTables tables) {
    this.entries = entries;
    this.opinions = opinions;
    this.book = book;
    this.tables = tables;
  }

  /**
   * Opens a decision on each for whom the table proposes anything; ids in the order of the plan.
   */
  List<String> open(String caseId, String organization) {
    Map<String, Opinion> settled = opinions.of(caseId);
    List<String> low =
        entries.of(caseId).stream()
            .map(DebriefEntry::entryId)
            .filter(entry -> settled.containsKey(entry) && settled.get(entry).settled() != null)
            .filter(entry -> !proposals(settled.get(entry).settled()).isEmpty())
            .toList();
    low.forEach(entry -> book.open(entry, caseId, organization));
    return low;
  }

  /** What is proposed on him. */
  List<Proposal> on(String entryId) {
    return opinions.find(entryId).map(Opinion::settled).map(this::proposals).orElse(List.of());
  }

  String table() {
    return TABLE + " v" + tables.version(TABLE);
  }

  private List<Proposal> proposals(SecretaryGrade grade) {
    return tables.evaluate(TABLE, Map.of("grade", grade.name())).stream()
        .map(
            row ->
                new Proposal(
                    Objects.toString(row.get("measure")),
                    Objects.toString(row.get("label")),
                    Objects.toString(row.get("note"), "")))
        .collect(Collectors.toList());
  }

  /** One measure that the table proposes. */
  record Proposal(String measure, String label, String note) {}
}
