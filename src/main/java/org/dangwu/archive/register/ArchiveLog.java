package org.dangwu.archive.register;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The access log of the archive (利用登记); rows can only be added. */
@Repository
public class ArchiveLog {

  private final JdbcClient jdbc;
  private final Clock clock;

  ArchiveLog(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  public void add(String userId, Action action, String packageId) {
    jdbc.sql(
            "insert into archive_access_log (logged_at, user_id, action, package_id)"
                + " values (?, ?, ?, ?)")
        .params(Register.at(clock.instant()), userId, action.name(), packageId)
        .update();
  }

  /** What was done. */
  public enum Action {
    VIEW,
    DOWNLOAD,
    CHECK,
    REFUSED
  }
}
