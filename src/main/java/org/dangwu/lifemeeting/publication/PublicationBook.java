package org.dangwu.lifemeeting.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.lifemeeting.publication.Publication.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what was made known. A version of a document is made known once. */
@Component
class PublicationBook {

  private static final String COLUMNS =
      "select id, case_id, organization, kind, document_id, title, published_at"
          + " from lifemeeting_publication";

  private final JdbcClient jdbc;
  private final Clock clock;

  PublicationBook(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<Publication> find(String id) {
    return jdbc.sql(COLUMNS + " where id = ?").param(id).query(this::publication).optional();
  }

  boolean isPublished(String documentId) {
    return jdbc.sql("select count(*) from lifemeeting_publication where document_id = ?")
            .param(documentId)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Notices of these organisations and measures of all, newest first. */
  List<Publication> addressedTo(Collection<String> organizations, int most) {
    return jdbc.sql(
            COLUMNS
                + " where kind = 'MEASURES' or organization in (:organizations)"
                + " order by published_at desc, id fetch first :most rows only")
        .param("organizations", organizations.isEmpty() ? List.of("-") : organizations)
        .param("most", most)
        .query(this::publication)
        .list();
  }

  /**
   * @throws org.springframework.dao.DuplicateKeyException when this version is published already
   */
  Publication add(Kind kind, String organization, DossierDocument document, String user) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    String id = UUID.randomUUID().toString();
    jdbc.sql(
            "insert into lifemeeting_publication (id, case_id, organization, kind, document_id,"
                + " title, published_by, published_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            id,
            document.key().caseId(),
            organization,
            kind.name(),
            document.id(),
            document.title(),
            user,
            now)
        .update();
    return new Publication(
        id,
        document.key().caseId(),
        organization,
        kind,
        document.id(),
        document.title(),
        now.toInstant());
  }

  private Publication publication(ResultSet row, int number) throws SQLException {
    return new Publication(
        row.getString("id"),
        row.getString("case_id"),
        row.getString("organization"),
        Kind.valueOf(row.getString("kind")),
        row.getString("document_id"),
        row.getString("title"),
        row.getObject("published_at", OffsetDateTime.class).toInstant());
  }
}
