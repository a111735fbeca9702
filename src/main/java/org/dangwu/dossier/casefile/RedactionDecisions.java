package org.dangwu.dossier.casefile;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which sentences the principal lets stand, and why (A30). A changed sentence is another one. */
@Repository
class RedactionDecisions {

  private final JdbcClient jdbc;
  private final Clock clock;

  RedactionDecisions(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  List<Decision> of(String caseId) {
    return jdbc.sql(
            "select doc_type, sentence, reason, decided_by, decided_at"
                + " from dossier_redaction_decision where case_id = ? order by decided_at")
        .param(caseId)
        .query(
            (row, n) ->
                new Decision(
                    row.getString("doc_type"),
                    row.getString("sentence"),
                    row.getString("reason"),
                    row.getString("decided_by"),
                    DocumentStore.instant(row, "decided_at")))
        .list();
  }

  /**
   * @throws org.springframework.dao.DuplicateKeyException when it is decided already
   */
  void decide(String caseId, String type, String fingerprint, String reason, String user) {
    jdbc.sql(
            "insert into dossier_redaction_decision (id, case_id, doc_type, sentence, reason,"
                + " decided_by, decided_at) values (?, ?, ?, ?, ?, ?, ?)")
        .params(
            UUID.randomUUID().toString(),
            caseId,
            type,
            fingerprint,
            reason,
            user,
            DocumentStore.at(clock.instant()))
        .update();
  }

  /** One decision. */
  record Decision(String type, String fingerprint, String reason, String decidedBy, Instant at) {

    boolean covers(RedactionCheck.Finding finding) {
      return type.equals(finding.type()) && fingerprint.equals(finding.fingerprint());
    }
  }
}
