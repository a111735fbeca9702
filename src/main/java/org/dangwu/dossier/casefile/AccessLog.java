package org.dangwu.dossier.casefile;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DossierDocument;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The access log (查阅记录): who did what to which document and when, never its content. Rows can only
 * be added; this class is the only one that writes the table.
 */
@Repository
class AccessLog {

  private final JdbcClient jdbc;
  private final Clock clock;

  AccessLog(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void document(String user, Action action, DossierDocument document) {
    add(user, action, document.key(), document.id(), null);
  }

  void file(String user, Action action, DossierDocument document, String fileId) {
    add(user, action, document.key(), document.id(), fileId);
  }

  /** A sealed document was opened for a stated reason. */
  void opened(String user, Action action, DossierDocument document, String fileId, String reason) {
    insert(
        user,
        action,
        document.key().caseId(),
        document.id(),
        document.key().type(),
        document.key().subject(),
        fileId,
        reason);
  }

  /** What was done to documents of these types, newest first. */
  List<Entry> of(String caseId, Collection<String> types, int most) {
    if (types.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            """
            select logged_at, user_id, action, doc_type, subject, file_id, reason
              from dossier_access_log
             where case_id = :case and doc_type in (:types) and action in ('READ', 'EXPORT', 'REFUSED')
             order by id desc
             fetch first :most rows only
            """)
        .param("case", caseId)
        .param("types", types)
        .param("most", most)
        .query(
            (row, n) ->
                new Entry(
                    DocumentStore.instant(row, "logged_at"),
                    row.getString("user_id"),
                    Action.valueOf(row.getString("action")),
                    row.getString("doc_type"),
                    row.getString("subject"),
                    row.getString("file_id") != null,
                    row.getString("reason")))
        .list();
  }

  /** A document that does not exist yet or was not reached. */
  void key(String user, Action action, DocumentKey key) {
    add(user, action, key, null, null);
  }

  /** An attempt on a whole case. */
  void caseFile(String user, Action action, String caseId) {
    insert(user, action, caseId, null, null, null, null, null);
  }

  private void add(String user, Action action, DocumentKey key, String documentId, String fileId) {
    insert(user, action, key.caseId(), documentId, key.type(), key.subject(), fileId, null);
  }

  private void insert(
      String user,
      Action action,
      String caseId,
      String documentId,
      String type,
      String subject,
      String fileId,
      String reason) {
    jdbc.sql(
            """
            insert into dossier_access_log (logged_at, user_id, action, case_id, document_id, doc_type,
                                            subject, file_id, reason)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            DocumentStore.at(clock.instant()),
            user,
            action.name(),
            caseId,
            documentId,
            type,
            subject,
            fileId,
            reason)
        .update();
  }

  /**
   * One line of the log.
   *
   * @param reason why a sealed document was opened, or null
   */
  record Entry(
      Instant at,
      String userId,
      Action action,
      String type,
      String subject,
      boolean file,
      String reason) {}

  /** What was done. */
  enum Action {
    READ,
    WRITE,
    EXPORT,
    REFUSED
  }
}
