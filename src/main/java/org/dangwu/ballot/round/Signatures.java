package org.dangwu.ballot.round;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What tellers say of a count (监票人签字). */
@Component
public class Signatures {

  private final JdbcClient jdbc;
  private final Clock clock;

  Signatures(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param reason why a teller objects, empty when he agrees
   */
  public record Signature(String personId, boolean agrees, String reason) {}

  public List<Signature> of(String roundId) {
    return jdbc.sql(
            "select person_id, agrees, reason from ballot_signature where round_id = ?"
                + " order by person_id")
        .param(roundId)
        .query((row, n) -> new Signature(row.getString(1), row.getBoolean(2), row.getString(3)))
        .list();
  }

  void sign(String roundId, Signature signature) {
    jdbc.sql("delete from ballot_signature where round_id = ? and person_id = ?")
        .params(roundId, signature.personId())
        .update();
    jdbc.sql(
            "insert into ballot_signature (round_id, person_id, agrees, reason, signed_at)"
                + " values (?, ?, ?, ?, ?)")
        .params(
            roundId,
            signature.personId(),
            signature.agrees(),
            signature.reason(),
            OffsetDateTime.now(clock))
        .update();
  }
}
