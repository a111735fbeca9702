package org.dangwu.rectification;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests for the superior's help and their answers (A32); at most one of an item is open. */
@Component
class HelpRequests {

  private final JdbcClient jdbc;
  private final Clock clock;

  HelpRequests(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  enum State {
    OPEN("待答复"),
    ANSWERED("已答复"),
    WITHDRAWN("已撤回"),
    LAPSED("事项已了结，不再答复");

    private final String label;

    State(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /**
   * @param answer as saved so far; it counts once the state is {@link State#ANSWERED}
   */
  record Help(
      String id,
      String request,
      String requestedBy,
      LocalDateTime requestedAt,
      State state,
      String answer,
      String answeredBy,
      LocalDateTime answeredAt) {}

  /**
   * @throws org.springframework.dao.DuplicateKeyException when one is open already
   */
  void open(String itemId, String request, String user) {
    jdbc.sql(
            "insert into rectification_help (id, item_id, open_key, request, requested_by,"
                + " requested_at, state) values (?, ?, ?, ?, ?, ?, 'OPEN')")
        .params(UUID.randomUUID().toString(), itemId, itemId, request, user, Days.now(clock))
        .update();
  }

  Optional<Help> openOne(String itemId) {
    return of(itemId).stream().filter(help -> help.state() == State.OPEN).findFirst();
  }

  List<Help> of(String itemId) {
    return jdbc.sql(
            "select id, request, requested_by, requested_at, state, answer, answered_by,"
                + " answered_at from rectification_help where item_id = ? order by requested_at")
        .param(itemId)
        .query(
            (row, n) ->
                new Help(
                    row.getString("id"),
                    row.getString("request"),
                    row.getString("requested_by"),
                    Days.local(row, "requested_at", clock),
                    State.valueOf(row.getString("state")),
                    row.getString("answer"),
                    row.getString("answered_by"),
                    Days.local(row, "answered_at", clock)))
        .list();
  }

  void draftAnswer(String helpId, String answer, String user) {
    jdbc.sql(
            "update rectification_help set answer = ?, answered_by = ?, answered_at = ?"
                + " where id = ? and state = 'OPEN'")
        .params(answer, user, Days.now(clock), helpId)
        .update();
  }

  void end(String helpId, State state) {
    jdbc.sql(
            "update rectification_help set state = ?, open_key = id where id = ? and state = 'OPEN'")
        .params(state.name(), helpId)
        .update();
  }
}
