package org.dangwu.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what readers remark (C18). A remark without a name is stored without author and with no
 * more than its day; within a day remarks stand in no order from which somebody could be found out.
 */
@Component
public class Remarks {

  private final JdbcClient jdbc;
  private final Clock clock;

  Remarks(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Of all that the case made known. */
  public List<Remark> ofCase(String caseId) {
    return jdbc.sql(
            "select m.*, p.title from publication_remark m join publication p"
                + " on p.id = m.publication_id where p.case_id = ?"
                + " order by p.published_at, p.title, m.remarked_on, m.id")
        .param(caseId)
        .query(Remarks::remark)
        .list();
  }

  /**
   * @param author user id, or null for a remark without a name
   */
  void leave(Publication publication, String text, String author) {
    jdbc.sql(
            "insert into publication_remark (id, publication_id, remark, author, remarked_on)"
                + " values (?, ?, ?, ?, ?)")
        .params(UUID.randomUUID().toString(), publication.id(), text, author, LocalDate.now(clock))
        .update();
  }

  /**
   * Keeps what was done about remarks of a case.
   *
   * @param handlings by id of the remark
   */
  @Transactional
  public void handle(String caseId, Map<String, String> handlings, String user) {
    handlings.forEach(
        (id, handling) ->
            jdbc.sql(
                    "update publication_remark set handling = ?, handled_by = ? where id = ?"
                        + " and publication_id in (select id from publication where case_id = ?)")
                .params(handling, user, id, caseId)
                .update());
  }

  private static Remark remark(ResultSet row, int number) throws SQLException {
    return new Remark(
        row.getString("id"),
        row.getString("publication_id"),
        row.getString("title"),
        row.getString("remark"),
        row.getString("author"),
        row.getObject("remarked_on", LocalDate.class),
        Objects.requireNonNullElse(row.getString("handling"), ""));
  }
}
