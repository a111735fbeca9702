package org.dangwu.organization.roster;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dangwu.organization.roster.Finding.Severity;
import org.dangwu.organization.roster.ImportJob.State;
import org.dangwu.organization.roster.ImportJob.Summary;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The register of imports. State changes are conditional, so that two nodes cannot both win. */
@Component
class ImportJobs {

  /** A running import reports every few hundred rows; silence this long means its node is gone. */
  private static final Duration SILENCE = Duration.ofMinutes(5);

  private static final Duration KEPT_WORKBOOK = Duration.ofHours(24);

  private static final String COLUMNS =
      "id, file_name, state, rows_total, rows_done, message, organizations_added,"
          + " organizations_changed, organizations_ended, people_added, people_changed,"
          + " people_left, positions_added, positions_changed, positions_ended, created_by,"
          + " created_at";

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final Clock clock;

  ImportJobs(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.clock = clock;
  }

  @Transactional
  String open(String fileName, String digest, byte[] workbook, String user) {
    String id = UUID.randomUUID().toString();
    jdbc.sql(
            "insert into organization_import (id, file_name, file_digest, workbook, state,"
                + " rows_total, rows_done, organizations_added, organizations_changed,"
                + " organizations_ended, people_added, people_changed, people_left,"
                + " positions_added, positions_changed, positions_ended, created_by, created_at,"
                + " updated_at) values (?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ?, ?, ?)")
        .params(id, fileName, digest, workbook, State.CHECKING.name(), user, now(), now())
        .update();
    return id;
  }

  Optional<ImportJob> find(String id) {
    return jdbc.sql("select " + COLUMNS + " from organization_import where id = ?")
        .param(id)
        .query(
            (row, number) ->
                new ImportJob(
                    row.getString("id"),
                    row.getString("file_name"),
                    State.valueOf(row.getString("state")),
                    row.getInt("rows_total"),
                    row.getInt("rows_done"),
                    row.getString("message"),
                    new Summary(
                        row.getInt("organizations_added"),
                        row.getInt("organizations_changed"),
                        row.getInt("organizations_ended"),
                        row.getInt("people_added"),
                        row.getInt("people_changed"),
                        row.getInt("people_left"),
                        row.getInt("positions_added"),
                        row.getInt("positions_changed"),
                        row.getInt("positions_ended")),
                    row.getString("created_by"),
                    row.getObject("created_at", OffsetDateTime.class).toInstant()))
        .optional();
  }

  List<ImportJob> latest(int count) {
    return jdbc
        .sql("select id from organization_import order by created_at desc limit " + count)
        .query(String.class)
        .list()
        .stream()
        .map(id -> find(id).orElseThrow())
        .toList();
  }

  Optional<byte[]> workbook(String id) {
    return Optional.ofNullable(
        jdbc.sql("select workbook from organization_import where id = ?")
            .param(id)
            .query((java.sql.ResultSet row) -> row.next() ? row.getBytes("workbook") : null));
  }

  @Transactional
  void checked(String id, State state, String message, Summary summary, List<Finding> findings) {
    int changed =
        jdbc.sql(
                "update organization_import set state = ?, message = ?, organizations_added = ?,"
                    + " organizations_changed = ?, organizations_ended = ?, people_added = ?,"
                    + " people_changed = ?, people_left = ?, positions_added = ?,"
                    + " positions_changed = ?, positions_ended = ?, workbook = case when ? ="
                    + " 'CHECKED' then workbook end, updated_at = ? where id = ? and state ="
                    + " 'CHECKING'")
            .params(
                state.name(),
                message,
                summary.organizationsAdded(),
                summary.organizationsChanged(),
                summary.organizationsEnded(),
                summary.peopleAdded(),
                summary.peopleChanged(),
                summary.peopleLeft(),
                summary.positionsAdded(),
                summary.positionsChanged(),
                summary.positionsEnded(),
                state.name(),
                now(),
                id)
            .update();
    if (changed == 0) {
      return;
    }
    int[] seq = new int[1];
    batches.batchUpdate(
        "insert into organization_import_finding (import_id, seq, severity, sheet, row_number,"
            + " column_name, message) values (?, ?, ?, ?, ?, ?, ?)",
        findings,
        500,
        (statement, finding) -> {
          statement.setString(1, id);
          statement.setInt(2, seq[0]++);
          statement.setString(3, finding.severity().name());
          statement.setString(4, finding.sheet());
          statement.setObject(5, finding.row(), java.sql.Types.INTEGER);
          statement.setString(6, finding.column());
          statement.setString(7, finding.message());
        });
  }

  List<Finding> findings(String id, int most) {
    return jdbc.sql(
            "select severity, sheet, row_number, column_name, message from"
                + " organization_import_finding where import_id = ? order by seq limit "
                + most)
        .param(id)
        .query(
            (row, number) ->
                new Finding(
                    Severity.valueOf(row.getString("severity")),
                    row.getString("sheet"),
                    row.getObject("row_number", Integer.class),
                    row.getString("column_name"),
                    row.getString("message")))
        .list();
  }

  int count(String id, Severity severity) {
    return jdbc.sql(
            "select count(*) from organization_import_finding where import_id = ? and severity = ?")
        .params(id, severity.name())
        .query(Integer.class)
        .single();
  }

  /** Takes the only write slot; false when the import is not waiting or another one writes. */
  boolean startWriting(String id) {
    try {
      return jdbc.sql(
                  "update organization_import set state = 'WRITING', slot = 1, updated_at = ? where"
                      + " id = ? and state = 'CHECKED'")
              .params(now(), id)
              .update()
          == 1;
    } catch (DuplicateKeyException e) {
      return false;
    }
  }

  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void progress(String id, int total, int done) {
    jdbc.sql(
            "update organization_import set rows_total = ?, rows_done = ?, updated_at = ? where id"
                + " = ? and state = 'WRITING'")
        .params(total, done, now(), id)
        .update();
  }

  /** Ends the import inside the writing transaction; false when it was given up in between. */
  @Transactional(propagation = Propagation.MANDATORY)
  boolean done(String id) {
    return jdbc.sql(
                "update organization_import set state = 'DONE', slot = null, workbook = null,"
                    + " rows_done = rows_total, updated_at = ? where id = ? and state = 'WRITING'")
            .params(now(), id)
            .update()
        == 1;
  }

  void failed(String id, String message) {
    jdbc.sql(
            "update organization_import set state = 'FAILED', slot = null, workbook = null, message"
                + " = ?, updated_at = ? where id = ? and state in ('CHECKING', 'WRITING')")
        .params(message, now(), id)
        .update();
  }

  boolean cancel(String id) {
    return jdbc.sql(
                "update organization_import set state = 'CANCELLED', workbook = null, updated_at ="
                    + " ? where id = ? and state = 'CHECKED'")
            .params(now(), id)
            .update()
        == 1;
  }

  /** Frees what a vanished node left behind and forgets workbooks that nobody confirmed. */
  void tidy(String interrupted) {
    Instant instant = clock.instant();
    jdbc.sql(
            "update organization_import set state = 'FAILED', slot = null, workbook = null, message"
                + " = ?, updated_at = ? where state in ('CHECKING', 'WRITING') and updated_at < ?")
        .params(interrupted, now(), Timestamp.from(instant.minus(SILENCE)))
        .update();
    jdbc.sql(
            "update organization_import set state = 'CANCELLED', workbook = null where state ="
                + " 'CHECKED' and updated_at < ?")
        .param(Timestamp.from(instant.minus(KEPT_WORKBOOK)))
        .update();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
