package org.dangwu.notification;

import java.util.List;
import java.util.Map;
import org.dangwu.engine.DecisionTables;
import org.springframework.stereotype.Component;

/** Reads the table {@code notification_rules} (通知规则), which process owners edit. */
@Component
class NotificationRules {

  static final String TABLE = "notification_rules";

  private final DecisionTables tables;

  NotificationRules(DecisionTables tables) {
    this.tables = tables;
  }

  /**
   * All rows that match.
   *
   * @param daysToDue days from today until the deadline, negative when it has passed, 0 without one
   */
  List<NotificationRule> matching(String event, int daysToDue) {
    List<NotificationRule> rules =
        tables.evaluate(TABLE, Map.of("event", event, "daysToDue", daysToDue)).stream()
            .map(NotificationRules::read)
            .toList();
    if (rules.isEmpty()) {
      throw new NotificationRefused(
          "通知规则表中没有事件 %s（距期限 %d 天）的规则，请补充后重试。".formatted(event, daysToDue));
    }
    return rules;
  }

  private static NotificationRule read(Map<String, Object> row) {
    return NotificationRule.of(
        (String) row.get("level"),
        (String) row.get("recipients"),
        (String) row.get("channel"),
        (String) row.get("template"));
  }
}
