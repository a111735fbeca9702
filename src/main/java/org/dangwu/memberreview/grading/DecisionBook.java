package org.dangwu.memberreview.grading;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a table advised and what people decided: kept side by side, never changed (8.2-6). */
@Component
class DecisionBook {

  /** Who decided. */
  enum Body {
    COMMITTEE,
    ASSEMBLY,
    SUPERIOR
  }

  private final JdbcClient jdbc;
  private final Clock clock;

  DecisionBook(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Why the superior sent the item back last; empty when it never did. */
  Optional<String> returned(String itemId) {
    return jdbc
        .sql(
            "select reason from memberreview_decision where item_id = ? and body = 'SUPERIOR'"
                + " and decided = 'RETURN' order by decided_at desc")
        .param(itemId)
        .query(String.class)
        .list()
        .stream()
        .findFirst();
  }

  void record(Item item, Body body, Optional<Advice> advice, String decided, String user) {
    record(
        item,
        body,
        advice.isPresent() ? Advisor.TABLE : "",
        advice.map(Advice::version).orElse(0),
        advice.map(Advice::inputs).orElse(""),
        advice.map(Advice::grade).map(Enum::name).orElse(""),
        decided,
        item.reason(),
        user);
  }

  void record(
      Item item,
      Body body,
      String table,
      int version,
      String inputs,
      String advice,
      String decided,
      String reason,
      String user) {
    jdbc.sql(
            "insert into memberreview_decision (decision_id, item_id, body, decision_table,"
                + " table_version, inputs, advice, decided, reason, decided_by, decided_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            UUID.randomUUID().toString(),
            item.itemId(),
            body.name(),
            table,
            version,
            inputs,
            advice,
            decided,
            reason,
            user,
            OffsetDateTime.now(clock))
        .update();
  }
}
