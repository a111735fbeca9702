package org.dangwu.memberreview.grading;

import java.util.List;
import java.util.Map;
import org.dangwu.engine.DecisionTables;
import org.springframework.stereotype.Component;

/** Which items go to the superior committee (B19, E10, E13). */
@Component
class ApprovalNeed {

  private static final String TABLE = "approval_required";

  private final DecisionTables tables;
  private final ItemBook items;

  ApprovalNeed(DecisionTables tables, ItemBook items) {
    this.tables = tables;
    this.items = items;
  }

  /** Items on which the superior answers, in the order of the roster. */
  List<Item> of(String caseId) {
    return items.of(caseId).stream().filter(this::needed).toList();
  }

  private boolean needed(Item item) {
    return switch (item.state()) {
      case CARRIED -> superior(item);
      case NOT_CARRIED, PENDING -> true;
      case OPEN, PROPOSED, RETURNED, APPROVED, SETTLED, REMOVED -> false;
    };
  }

  private boolean superior(Item item) {
    return tables
        .first(TABLE, Map.of("grade", item.proposed().name()))
        .filter(row -> "YES".equals(row.get("superior")))
        .isPresent();
  }
}
