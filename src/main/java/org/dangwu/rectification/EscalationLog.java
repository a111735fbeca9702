package org.dangwu.rectification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was told how urgently that an item is due or late (督办记录, E32). */
@Component
class EscalationLog {

  private final JdbcClient jdbc;
  private final Clock clock;

  EscalationLog(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Levels of the table {@code rectification_escalation}. */
  enum Level {
    OWNER("已提醒责任人"),
    PRINCIPAL("已报告主要负责人"),
    SUPERIOR("已报告上级组织部门");

    private final String label;

    Level(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  record Entry(LocalDate toldOn, Level level, int overdueDays) {}

  /**
   * Notes the level unless it was noted within the last days.
   *
   * @return whether somebody is to be told today
   */
  boolean note(String itemId, Level level, int overdueDays, int repeatDays) {
    LocalDate today = LocalDate.now(clock);
    boolean lately =
        of(itemId).stream()
            .anyMatch(
                entry ->
                    entry.level() == level && entry.toldOn().plusDays(repeatDays).isAfter(today));
    if (lately) {
      return false;
    }
    jdbc.sql(
            "insert into rectification_escalation (id, item_id, told_on, level_told, overdue_days)"
                + " values (?, ?, ?, ?, ?)")
        .params(UUID.randomUUID().toString(), itemId, today, level.name(), overdueDays)
        .update();
    return true;
  }

  /** Oldest first. */
  List<Entry> of(String itemId) {
    return jdbc.sql(
            "select told_on, level_told, overdue_days from rectification_escalation"
                + " where item_id = ? order by told_on")
        .param(itemId)
        .query(
            (row, n) ->
                new Entry(
                    row.getObject("told_on", LocalDate.class),
                    Level.valueOf(row.getString("level_told")),
                    row.getInt("overdue_days")))
        .list();
  }
}
