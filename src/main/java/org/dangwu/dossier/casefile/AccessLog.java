package org.dangwu.dossier.casefile;

import java.time.Clock;
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

  /** A document that does not exist yet or was not reached. */
  void key(String user, Action action, DocumentKey key) {
    add(user, action, key, null, null);
  }

  /** An attempt on a whole case. */
  void caseFile(String user, Action action, String caseId) {
    insert(user, action, caseId, null, null, null, null);
  }

  private void add(String user, Action action, DocumentKey key, String documentId, String fileId) {
    insert(user, action, key.caseId(), documentId, key.type(), key.subject(), fileId);
  }

  private void insert(
      String user,
      Action action,
      String caseId,
      String documentId,
      String type,
      String subject,
      String fileId) {
    jdbc.sql(
            """
            insert into dossier_access_log (logged_at, user_id, action, case_id, document_id, doc_type,
                                            subject, file_id)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            DocumentStore.at(clock.instant()),
            user,
            action.name(),
            caseId,
            documentId,
            type,
            subject,
            fileId)
        .update();
  }

  /** What was done. */
  enum Action {
    READ,
    WRITE,
    EXPORT,
    REFUSED
  }
}
