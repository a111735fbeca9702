package org.dangwu.rectification;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which items went to another owner, and why (更换责任人). */
@Component
class OwnerChanges {

  private final JdbcClient jdbc;
  private final Clock clock;

  OwnerChanges(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  record OwnerChange(
      String oldOwner, String newOwner, String reason, String changedBy, LocalDateTime changedAt) {}

  void add(String itemId, String from, String to, String reason, String user) {
    jdbc.sql(
            "insert into rectification_owner_change (id, item_id, old_owner, new_owner, reason,"
                + " changed_by, changed_at) values (?, ?, ?, ?, ?, ?, ?)")
        .params(UUID.randomUUID().toString(), itemId, from, to, reason, user, Days.now(clock))
        .update();
  }

  List<OwnerChange> of(String itemId) {
    return jdbc.sql(
            "select old_owner, new_owner, reason, changed_by, changed_at"
                + " from rectification_owner_change where item_id = ? order by changed_at")
        .param(itemId)
        .query(
            (row, n) ->
                new OwnerChange(
                    row.getString("old_owner"),
                    row.getString("new_owner"),
                    row.getString("reason"),
                    row.getString("changed_by"),
                    Days.local(row, "changed_at", clock)))
        .list();
  }
}
