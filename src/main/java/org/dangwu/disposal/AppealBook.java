package org.dangwu.disposal;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Appeals (申诉, D09). At most one of a disposal is open. */
@Component
class AppealBook {

  private final JdbcClient jdbc;
  private final Clock clock;

  AppealBook(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What came out of it. */
  enum Result {
    UPHELD("维持原决定"),
    REVOKED("撤销原决定");

    private final String label;

    Result(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /**
   * @param result {@code null} while it is open
   */
  public record Appeal(
      String id,
      String statement,
      LocalDateTime appealedAt,
      boolean suspended,
      Result result,
      String reason) {}

  /**
   * @return false when one is open already
   */
  boolean open(String disposalId, String statement) {
    if (openOne(disposalId).isPresent()) {
      return false;
    }
    try {
      jdbc.sql(
              "insert into disposal_appeal (id, disposal_id, open_key, statement, appealed_at,"
                  + " suspended) values (?, ?, ?, ?, ?, false)")
          .params(
              UUID.randomUUID().toString(),
              disposalId,
              disposalId,
              statement,
              OffsetDateTime.now(clock))
          .update();
      return true;
    } catch (DuplicateKeyException openedMeanwhile) {
      return false;
    }
  }

  Optional<Appeal> openOne(String disposalId) {
    return of(disposalId).stream().filter(appeal -> appeal.result() == null).findFirst();
  }

  /** Oldest first. */
  List<Appeal> of(String disposalId) {
    return jdbc.sql(
            "select id, statement, appealed_at, suspended, result, reason from disposal_appeal"
                + " where disposal_id = ? order by appealed_at, id")
        .param(disposalId)
        .query(
            (row, n) ->
                new Appeal(
                    row.getString("id"),
                    row.getString("statement"),
                    row.getObject("appealed_at", OffsetDateTime.class)
                        .atZoneSameInstant(clock.getZone())
                        .toLocalDateTime(),
                    row.getBoolean("suspended"),
                    row.getString("result") == null
                        ? null
                        : Result.valueOf(row.getString("result")),
                    row.getString("reason")))
        .list();
  }

  boolean suspends(String disposalId) {
    return openOne(disposalId).filter(Appeal::suspended).isPresent();
  }

  void suspend(String disposalId, boolean suspended) {
    jdbc.sql("update disposal_appeal set suspended = ? where open_key = ?")
        .params(suspended, disposalId)
        .update();
  }

  void decide(String disposalId, Result result, String reason, String user) {
    jdbc.sql(
            "update disposal_appeal set result = ?, reason = ?, decided_by = ?, decided_at = ?,"
                + " open_key = id where open_key = ?")
        .params(result.name(), reason, user, OffsetDateTime.now(clock), disposalId)
        .update();
  }
}
