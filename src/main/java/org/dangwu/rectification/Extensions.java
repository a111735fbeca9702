package org.dangwu.rectification;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests to extend a time limit, with reason and decision; at most one of an item is open. */
@Component
class Extensions {

  private final JdbcClient jdbc;
  private final Clock clock;

  Extensions(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  enum State {
    OPEN("待审定"),
    AGREED("已同意"),
    REFUSED("未同意"),
    LAPSED("事项已了结，不再审定");

    private final String label;

    State(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /**
   * @param agreed as saved so far, {@code null} before; it counts once the state is no longer open
   */
  record Extension(
      String id,
      LocalDate oldDue,
      LocalDate newDue,
      String reason,
      String requestedBy,
      LocalDateTime requestedAt,
      State state,
      Boolean agreed,
      String opinion,
      String decidedBy,
      LocalDateTime decidedAt) {}

  /**
   * @throws org.springframework.dao.DuplicateKeyException when one is open already
   */
  void open(RectificationItem item, LocalDate newDue, String reason, String user) {
    jdbc.sql(
            "insert into rectification_extension (id, item_id, open_key, old_due, new_due, reason,"
                + " requested_by, requested_at, state) values (?, ?, ?, ?, ?, ?, ?, ?, 'OPEN')")
        .params(
            UUID.randomUUID().toString(),
            item.id(),
            item.id(),
            item.dueOn(),
            newDue,
            reason,
            user,
            Days.now(clock))
        .update();
  }

  Optional<Extension> openOne(String itemId) {
    return of(itemId).stream().filter(one -> one.state() == State.OPEN).findFirst();
  }

  /** The one decided last. */
  Optional<Extension> lastAgreed(String itemId) {
    return of(itemId).stream()
        .filter(one -> one.state() == State.AGREED)
        .reduce((first, second) -> second);
  }

  List<Extension> of(String itemId) {
    return jdbc.sql(
            "select id, old_due, new_due, reason, requested_by, requested_at, state, agreed,"
                + " opinion, decided_by, decided_at from rectification_extension"
                + " where item_id = ? order by requested_at")
        .param(itemId)
        .query(
            (row, n) ->
                new Extension(
                    row.getString("id"),
                    row.getObject("old_due", LocalDate.class),
                    row.getObject("new_due", LocalDate.class),
                    row.getString("reason"),
                    row.getString("requested_by"),
                    Days.local(row, "requested_at", clock),
                    State.valueOf(row.getString("state")),
                    row.getObject("agreed", Boolean.class),
                    row.getString("opinion"),
                    row.getString("decided_by"),
                    Days.local(row, "decided_at", clock)))
        .list();
  }

  void draftDecision(String extensionId, boolean agreed, String opinion, String user) {
    jdbc.sql(
            "update rectification_extension set agreed = ?, opinion = ?, decided_by = ?,"
                + " decided_at = ? where id = ? and state = 'OPEN'")
        .params(agreed, opinion, user, Days.now(clock), extensionId)
        .update();
  }

  void end(String extensionId, State state) {
    jdbc.sql(
            "update rectification_extension set state = ?, open_key = id"
                + " where id = ? and state = 'OPEN'")
        .params(state.name(), extensionId)
        .update();
  }
}
