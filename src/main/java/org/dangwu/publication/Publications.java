package org.dangwu.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was made known and who may read it. A version of a document is made known once. */
@Component
public class Publications {

  private static final String COLUMNS =
      "select p.id, p.case_id, p.organization, p.kind, p.document_type, p.document_id, p.title,"
          + " p.remarks_until, p.published_at from publication p";
  private static final String READABLE =
      " exists (select 1 from publication_reader r where r.publication_id = p.id"
          + " and r.reader_key in (:keys))";

  private final JdbcClient jdbc;
  private final Readers readers;
  private final Clock clock;

  Publications(JdbcClient jdbc, Readers readers, Clock clock) {
    this.jdbc = jdbc;
    this.readers = readers;
    this.clock = clock;
  }

  public boolean isPublished(String documentId) {
    return jdbc.sql("select count(*) from publication where document_id = ?")
            .param(documentId)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** In the order in which they were made known. */
  public List<Publication> ofCase(String caseId) {
    return jdbc.sql(COLUMNS + " where p.case_id = ? order by p.published_at, p.title, p.id")
        .param(caseId)
        .query(Publications::publication)
        .list();
  }

  /**
   * @throws org.springframework.dao.DuplicateKeyException when this version is published already
   */
  @Transactional
  public Publication publish(NewPublication wanted) {
    String id = UUID.randomUUID().toString();
    jdbc.sql(
            "insert into publication (id, case_id, organization, kind, document_type, document_id,"
                + " title, remarks_until, published_by, published_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            id,
            wanted.document().key().caseId(),
            wanted.organization(),
            wanted.kind(),
            wanted.document().key().type(),
            wanted.document().id(),
            wanted.title(),
            wanted.remarksUntil(),
            wanted.publishedBy(),
            OffsetDateTime.now(clock))
        .update();
    wanted
        .readership()
        .parts()
        .forEach(
            part ->
                jdbc.sql(
                        "insert into publication_reader (publication_id, reader_key)"
                            + " values (?, ?)")
                    .params(id, part.key())
                    .update());
    return ofDocument(wanted.document().id()).orElseThrow(IllegalStateException::new);
  }

  /** What the person may read, newest first. */
  List<Publication> readableBy(String user, int most) {
    return jdbc.sql(
            COLUMNS
                + " where"
                + READABLE
                + " order by p.published_at desc, p.title, p.id fetch first :most rows only")
        .param("keys", readers.keysOf(user))
        .param("most", most)
        .query(Publications::publication)
        .list();
  }

  /** Whether there is something that the person may read and remark on this day. */
  boolean takesRemarksOf(String user, LocalDate today) {
    return jdbc.sql(
                "select count(*) from publication p where p.remarks_until >= :today and" + READABLE)
            .param("today", today)
            .param("keys", readers.keysOf(user))
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Empty also when the person may not read it. */
  Optional<Publication> readableBy(String user, String id) {
    return jdbc.sql(COLUMNS + " where p.id = :id and" + READABLE)
        .param("id", id)
        .param("keys", readers.keysOf(user))
        .query(Publications::publication)
        .optional();
  }

  private Optional<Publication> ofDocument(String documentId) {
    return jdbc.sql(COLUMNS + " where p.document_id = ?")
        .param(documentId)
        .query(Publications::publication)
        .optional();
  }

  private static Publication publication(ResultSet row, int number) throws SQLException {
    return new Publication(
        row.getString("id"),
        row.getString("case_id"),
        row.getString("organization"),
        row.getString("kind"),
        row.getString("document_type"),
        row.getString("document_id"),
        row.getString("title"),
        row.getObject("remarks_until", LocalDate.class),
        row.getObject("published_at", OffsetDateTime.class).toInstant());
  }
}
