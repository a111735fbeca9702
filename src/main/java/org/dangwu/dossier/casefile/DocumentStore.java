package org.dangwu.dossier.casefile;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DocumentState;
import org.dangwu.dossier.DocumentType;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.dossier.Secrecy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Versions of documents and their sections. Invariants are carried by conditional statements. */
@Repository
class DocumentStore {

  private static final String COLUMNS =
      """
      select id, case_id, doc_type, subject, doc_version, title, secrecy, state, author, created_at,
             updated_at, finalized_at
        from dossier_document
      """;

  /** Leaves out what was written for a meeting that is to be held again. */
  private static final String UNDER_WAY =
      " and doc_version > coalesce((select r.last_version from dossier_renewal r"
          + " where r.case_id = dossier_document.case_id"
          + " and r.doc_type = dossier_document.doc_type"
          + " and r.subject = dossier_document.subject), 0)";

  private final JdbcClient jdbc;
  private final FileStore files;

  DocumentStore(JdbcClient jdbc, FileStore files) {
    this.jdbc = jdbc;
    this.files = files;
  }

  Optional<DossierDocument> byId(String id) {
    return withFiles(jdbc.sql(COLUMNS + " where id = ?").param(id).query(this::document).list())
        .stream()
        .findFirst();
  }

  /** All versions, oldest first. */
  List<DossierDocument> versions(DocumentKey key) {
    return withFiles(
        jdbc.sql(
                COLUMNS
                    + " where case_id = ? and doc_type = ? and subject = ? order by doc_version")
            .params(key.caseId(), key.type(), key.subject())
            .query(this::document)
            .list());
  }

  /** All versions of all documents, in the order in which the documents were begun. */
  List<DossierDocument> ofCase(String caseId) {
    return withFiles(
        jdbc.sql(COLUMNS + " where case_id = ? order by created_at, doc_type, subject, doc_version")
            .param(caseId)
            .query(this::document)
            .list());
  }

  Optional<DossierDocument> newest(DocumentKey key) {
    List<DossierDocument> versions = versions(key);
    return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
  }

  /** The newest version of the round under way; empty when the document is to be begun anew. */
  Optional<DossierDocument> current(DocumentKey key) {
    List<DossierDocument> versions =
        withFiles(
            jdbc.sql(
                    COLUMNS
                        + " where case_id = ? and doc_type = ? and subject = ?"
                        + UNDER_WAY
                        + " order by doc_version")
                .params(key.caseId(), key.type(), key.subject())
                .query(this::document)
                .list());
    return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
  }

  /** All versions of all documents, except those of rounds that are past. */
  List<DossierDocument> ofRound(String caseId) {
    return withFiles(
        jdbc.sql(
                COLUMNS
                    + " where case_id = ?"
                    + UNDER_WAY
                    + " order by created_at, doc_type, subject, doc_version")
            .param(caseId)
            .query(this::document)
            .list());
  }

  /**
   * Opens a version. The unique constraint refuses the second of two that do it at once.
   *
   * @throws org.springframework.dao.DuplicateKeyException when another was quicker
   */
  String open(DocumentKey key, int version, DocumentType type, String author, Instant now) {
    String id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into dossier_document (id, case_id, doc_type, subject, doc_version, title, secrecy,
                                          state, author, created_at, updated_at)
            values (?, ?, ?, ?, ?, ?, ?, 'DRAFT', ?, ?, ?)
            """)
        .params(
            id,
            key.caseId(),
            key.type(),
            key.subject(),
            version,
            type.title(),
            type.secrecy().name(),
            author,
            at(now),
            at(now))
        .update();
    return id;
  }

  /** Locks the draft for this transaction and notes the writer; false when it is final already. */
  boolean touchDraft(String id, String author, Instant now) {
    return jdbc.sql(
                "update dossier_document set author = ?, updated_at = ? where id = ? and state = 'DRAFT'")
            .params(author, at(now), id)
            .update()
        == 1;
  }

  /** Makes the draft final; false when it is final already. */
  boolean finish(String id, String user, Instant now) {
    return jdbc.sql(
                """
                update dossier_document set state = 'FINAL', finalized_at = ?, finalized_by = ?
                 where id = ? and state = 'DRAFT'
                """)
            .params(at(now), user, id)
            .update()
        == 1;
  }

  Map<String, StoredSection> sections(String documentId) {
    Map<String, StoredSection> found = new LinkedHashMap<>();
    jdbc.sql(
            """
            select section_key, content, revision, updated_by, updated_at from dossier_section
             where document_id = ?
            """)
        .param(documentId)
        .query(
            rs -> {
              found.put(
                  rs.getString("section_key"),
                  new StoredSection(
                      rs.getString("content"),
                      rs.getInt("revision"),
                      rs.getString("updated_by"),
                      instant(rs, "updated_at")));
            });
    return found;
  }

  /**
   * Saves a section when nobody saved it since the revision that the writer saw; 0 stands for a
   * section not yet written.
   *
   * @return false when somebody else saved it meanwhile
   * @throws org.springframework.dao.DuplicateKeyException when another wrote it first at this
   *     moment
   */
  boolean save(
      String documentId, String section, String text, int seen, String author, Instant now) {
    String sha256 = Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    if (seen == 0) {
      if (sections(documentId).containsKey(section)) {
        return false;
      }
      jdbc.sql(
              """
              insert into dossier_section (document_id, section_key, content, revision, sha256,
                                           updated_by, updated_at)
              values (?, ?, ?, 1, ?, ?, ?)
              """)
          .params(documentId, section, text, sha256, author, at(now))
          .update();
      return true;
    }
    return jdbc.sql(
                """
                update dossier_section
                   set content = ?, revision = revision + 1, sha256 = ?, updated_by = ?, updated_at = ?
                 where document_id = ? and section_key = ? and revision = ?
                """)
            .params(text, sha256, author, at(now), documentId, section, seen)
            .update()
        == 1;
  }

  /** Carries the texts of a version over into the next, revisions included. */
  void copySections(String from, String to) {
    jdbc.sql(
            """
            insert into dossier_section (document_id, section_key, content, revision, sha256,
                                         updated_by, updated_at)
            select cast(? as varchar(64)), section_key, content, revision, sha256, updated_by, updated_at
              from dossier_section where document_id = ?
            """)
        .params(to, from)
        .update();
  }

  private List<DossierDocument> withFiles(List<DossierDocument> documents) {
    if (documents.isEmpty()) {
      return documents;
    }
    var byDocument = files.ofDocuments(documents.stream().map(DossierDocument::id).toList());
    return documents.stream()
        .map(
            d ->
                new DossierDocument(
                    d.id(),
                    d.key(),
                    d.title(),
                    d.secrecy(),
                    d.version(),
                    d.state(),
                    d.author(),
                    d.createdAt(),
                    d.updatedAt(),
                    d.finalizedAt(),
                    byDocument.getOrDefault(d.id(), List.of())))
        .toList();
  }

  private DossierDocument document(ResultSet rs, int row) throws SQLException {
    return new DossierDocument(
        rs.getString("id"),
        new DocumentKey(rs.getString("case_id"), rs.getString("doc_type"), rs.getString("subject")),
        rs.getString("title"),
        Secrecy.valueOf(rs.getString("secrecy")),
        rs.getInt("doc_version"),
        DocumentState.valueOf(rs.getString("state")),
        rs.getString("author"),
        instant(rs, "created_at"),
        instant(rs, "updated_at"),
        instant(rs, "finalized_at"),
        List.of());
  }

  static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static Instant instant(ResultSet rs, String column) throws SQLException {
    OffsetDateTime value = rs.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  /** A section as it is stored. */
  record StoredSection(String text, int revision, String updatedBy, Instant updatedAt) {}
}
