package org.dangwu.dossier.casefile;

import static org.dangwu.dossier.casefile.DocumentStore.at;
import static org.dangwu.dossier.casefile.DocumentStore.instant;

import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dangwu.dossier.DossierFile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files of documents; their bytes are stored in pieces in the same database and transaction. */
@Repository
class FileStore {

  private static final int PIECE = 512 * 1024;
  private static final String COLUMNS =
      """
      select id, document_id, kind, file_name, media_type, byte_count, sha256, created_by, created_at
        from dossier_file
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate template;

  FileStore(JdbcClient jdbc, JdbcTemplate template) {
    this.jdbc = jdbc;
    this.template = template;
  }

  DossierFile add(
      String documentId,
      DossierFile.Kind kind,
      String name,
      String mediaType,
      byte[] content,
      String author,
      Instant now) {
    String id = UUID.randomUUID().toString();
    String sha256 = Sha256.of(content);
    jdbc.sql(
            """
            insert into dossier_file (id, document_id, kind, file_name, media_type, byte_count, sha256,
                                      created_by, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            id, documentId, kind.name(), name, mediaType, content.length, sha256, author, at(now))
        .update();
    List<Object[]> pieces = new ArrayList<>();
    for (int start = 0; start < content.length; start += PIECE) {
      pieces.add(
          new Object[] {
            id,
            start / PIECE,
            Arrays.copyOfRange(content, start, Math.min(start + PIECE, content.length))
          });
    }
    template.batchUpdate(
        "insert into dossier_file_piece (file_id, piece_no, content) values (?, ?, ?)", pieces);
    return new DossierFile(
        id, documentId, kind, name, mediaType, content.length, sha256, author, now);
  }

  Optional<DossierFile> find(String fileId) {
    return jdbc.sql(COLUMNS + " where id = ?").param(fileId).query(this::file).optional();
  }

  Map<String, List<DossierFile>> ofDocuments(List<String> documentIds) {
    return jdbc
        .sql(COLUMNS + " where document_id in (:ids) order by created_at, file_name, id")
        .param("ids", documentIds)
        .query(this::file)
        .list()
        .stream()
        .collect(Collectors.groupingBy(DossierFile::documentId));
  }

  /**
   * @throws IllegalStateException when the stored bytes are not those that were stored once
   */
  byte[] content(DossierFile file) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream((int) file.size());
    jdbc.sql("select content from dossier_file_piece where file_id = ? order by piece_no")
        .param(file.id())
        .query(
            rs -> {
              whole.writeBytes(rs.getBytes(1));
            });
    byte[] content = whole.toByteArray();
    if (!Sha256.of(content).equals(file.sha256())) {
      throw new IllegalStateException("附件 " + file.id() + " 的校验值与存入时不一致，请联系管理员核查。");
    }
    return content;
  }

  void remove(String fileId) {
    jdbc.sql("delete from dossier_file_piece where file_id = ?").param(fileId).update();
    jdbc.sql("delete from dossier_file where id = ?").param(fileId).update();
  }

  /** Carries an upload over into another version. */
  void copy(DossierFile file, String toDocument) {
    String id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into dossier_file (id, document_id, kind, file_name, media_type, byte_count, sha256,
                                      created_by, created_at)
            select cast(? as varchar(64)), cast(? as varchar(64)), kind, file_name, media_type,
                   byte_count, sha256, created_by, created_at
              from dossier_file where id = ?
            """)
        .params(id, toDocument, file.id())
        .update();
    jdbc.sql(
            """
            insert into dossier_file_piece (file_id, piece_no, content)
            select cast(? as varchar(64)), piece_no, content from dossier_file_piece where file_id = ?
            """)
        .params(id, file.id())
        .update();
  }

  private DossierFile file(ResultSet rs, int row) throws SQLException {
    return new DossierFile(
        rs.getString("id"),
        rs.getString("document_id"),
        DossierFile.Kind.valueOf(rs.getString("kind")),
        rs.getString("file_name"),
        rs.getString("media_type"),
        rs.getLong("byte_count"),
        rs.getString("sha256"),
        rs.getString("created_by"),
        instant(rs, "created_at"));
  }
}
