package org.dangwu.security;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Remembers which passwords were given by somebody else, and counts changes. */
@Component
class PasswordStates {

  private final JdbcClient jdbc;
  private final Clock clock;

  PasswordStates(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  PasswordState of(String userId) {
    return jdbc.sql("select initial, version from security_password_state where user_id = ?")
        .param(userId)
        .query((row, number) -> new PasswordState(row.getBoolean(1), row.getInt(2)))
        .optional()
        .orElse(PasswordState.NEVER_CHANGED);
  }

  /** Somebody else gave this password: it must be changed at the next login. */
  @Transactional
  public void givenBySomebodyElse(String userId) {
    save(userId, true);
  }

  @Transactional
  public void chosenByOwner(String userId) {
    save(userId, false);
  }

  void remove(String userId) {
    jdbc.sql("delete from security_password_state where user_id = ?").param(userId).update();
  }

  private void save(String userId, boolean initial) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    int changed =
        jdbc.sql(
                "update security_password_state set initial = ?, version = version + 1,"
                    + " changed_at = ? where user_id = ?")
            .params(initial, now, userId)
            .update();
    if (changed == 0) {
      jdbc.sql(
              "insert into security_password_state (user_id, initial, version, changed_at)"
                  + " values (?, ?, 1, ?)")
          .params(userId, initial, now)
          .update();
    }
  }
}
