package org.dangwu.notification;

import java.util.Arrays;
import java.util.Optional;

/** How urgent a message is (级别), as the table {@code notification_rules} says. */
public enum Level {
  INFORMATION("通知"),
  REMINDER("提醒"),
  WARNING("预警"),
  ESCALATION("督办");

  private final String label;

  Level(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** Tables may carry the name or the Chinese word. */
  static Optional<Level> of(String cell) {
    return Arrays.stream(values())
        .filter(level -> level.name().equals(cell) || level.label.equals(cell))
        .findFirst();
  }
}
