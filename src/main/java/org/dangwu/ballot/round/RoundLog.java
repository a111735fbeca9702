package org.dangwu.ballot.round;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to a round as a whole, with the hash of its tally. Never a single vote. */
@Component
class RoundLog {

  private final JdbcClient jdbc;
  private final Clock clock;

  RoundLog(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void note(String roundId, String event, String detail, String actor) {
    jdbc.sql(
            "insert into ballot_log (id, round_id, event, detail, actor, happened_at)"
                + " values (?, ?, ?, ?, ?, ?)")
        .params(UUID.randomUUID(), roundId, event, detail, actor, OffsetDateTime.now(clock))
        .update();
  }
}
