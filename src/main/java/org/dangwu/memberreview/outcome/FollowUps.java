package org.dangwu.memberreview.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dangwu.disposal.Disposals;
import org.dangwu.engine.DecisionTables;
import org.dangwu.memberreview.grading.Item;
import org.dangwu.memberreview.grading.ItemBook;
import org.dangwu.memberreview.grading.ItemState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What follows from each grade, by the table {@code follow_up_action} (B22–B25). */
@Component
class FollowUps {

  private static final String TABLE = "follow_up_action";

  private final ItemBook items;
  private final DecisionTables tables;
  private final Disposals disposals;
  private final JdbcClient jdbc;

  FollowUps(ItemBook items, DecisionTables tables, Disposals disposals, JdbcClient jdbc) {
    this.items = items;
    this.tables = tables;
    this.disposals = disposals;
    this.jdbc = jdbc;
  }

  /** Ids for the run: items to be praised and helped, disposals. */
  record Work(List<String> praise, List<String> help, List<String> disposals) {}

  @Transactional
  Work of(String caseId) {
    Work work = new Work(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Item item : items.of(caseId)) {
      if (item.state() == ItemState.SETTLED) {
        switch (action(item)) {
          case "PRAISE" -> work.praise().add(item.itemId());
          case "HELP" -> work.help().add(item.itemId());
          case "DISPOSAL" -> work.disposals().add(dispose(item));
          default -> {
            // encouragement is in the feedback already
          }
        }
      }
    }
    return work;
  }

  Optional<String> disposal(String itemId) {
    return jdbc.sql("select disposal_id from memberreview_disposal where item_id = ?")
        .param(itemId)
        .query(String.class)
        .optional();
  }

  private String action(Item item) {
    return tables
        .first(TABLE, Map.of("grade", item.finalGrade().name()))
        .map(row -> Objects.toString(row.get("action")))
        .orElseThrow();
  }

  private String dispose(Item item) {
    return disposal(item.itemId())
        .orElseGet(
            () -> {
              String id =
                  disposals.open(
                      item.caseId(),
                      item.organization(),
                      item.year(),
                      item.personId(),
                      item.verificationId());
              jdbc.sql("insert into memberreview_disposal (item_id, disposal_id) values (?, ?)")
                  .params(item.itemId(), id)
                  .update();
              return id;
            });
  }
}
