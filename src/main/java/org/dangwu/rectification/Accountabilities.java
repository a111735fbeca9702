package org.dangwu.rectification;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the table {@code accountability} suggested and what people decided (A34). The suggestion
 * keeps the version of the table and its inputs.
 */
@Component
class Accountabilities {

  private final JdbcClient jdbc;
  private final Clock clock;

  Accountabilities(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** From the mildest to the gravest. */
  enum Measure {
    NONE("不予问责"),
    REMIND("书面提醒"),
    TALK("约谈主要负责人"),
    ACCOUNT("按规定追究主要负责人责任");

    private final String label;

    Measure(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /**
   * @param tableId definition of the table that suggested it, with its version
   * @param decision as saved so far, {@code null} before; it counts once {@code done}
   */
  record Accountability(
      String id,
      LocalDate raisedOn,
      int overdueDays,
      Severity severity,
      boolean reported,
      Measure suggestion,
      String tableId,
      Measure decision,
      String reason,
      String decidedBy,
      LocalDateTime decidedAt,
      boolean done) {}

  /**
   * Raises a suggestion, unless one is being studied or one as grave was studied already.
   *
   * @return whether it was raised
   */
  boolean raise(
      RectificationItem item, int overdue, boolean reported, Measure suggestion, String tableId) {
    boolean known =
        of(item.id()).stream()
            .anyMatch(one -> !one.done() || one.suggestion().compareTo(suggestion) >= 0);
    if (suggestion == Measure.NONE || known) {
      return false;
    }
    jdbc.sql(
            "insert into rectification_accountability (id, item_id, open_key, raised_on,"
                + " overdue_days, severity, reported, suggestion, table_id, final)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, false)")
        .params(
            UUID.randomUUID().toString(),
            item.id(),
            item.id(),
            LocalDate.now(clock),
            overdue,
            item.severity().name(),
            reported,
            suggestion.name(),
            tableId)
        .update();
    return true;
  }

  Optional<Accountability> openOne(String itemId) {
    return of(itemId).stream().filter(one -> !one.done()).findFirst();
  }

  /** Oldest first. */
  List<Accountability> of(String itemId) {
    return jdbc.sql(
            "select id, raised_on, overdue_days, severity, reported, suggestion, table_id,"
                + " decision, reason, decided_by, decided_at, final"
                + " from rectification_accountability where item_id = ? order by raised_on")
        .param(itemId)
        .query(
            (row, n) ->
                new Accountability(
                    row.getString("id"),
                    row.getObject("raised_on", LocalDate.class),
                    row.getInt("overdue_days"),
                    Severity.valueOf(row.getString("severity")),
                    row.getBoolean("reported"),
                    Measure.valueOf(row.getString("suggestion")),
                    row.getString("table_id"),
                    row.getString("decision") == null
                        ? null
                        : Measure.valueOf(row.getString("decision")),
                    row.getString("reason"),
                    row.getString("decided_by"),
                    Days.local(row, "decided_at", clock),
                    row.getBoolean("final")))
        .list();
  }

  void draftDecision(String id, Measure decision, String reason, String user) {
    jdbc.sql(
            "update rectification_accountability set decision = ?, reason = ?, decided_by = ?,"
                + " decided_at = ? where id = ? and final = false")
        .params(decision.name(), reason, user, Days.now(clock), id)
        .update();
  }

  void finish(String id) {
    jdbc.sql("update rectification_accountability set final = true, open_key = id where id = ?")
        .param(id)
        .update();
  }
}
