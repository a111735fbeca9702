package org.dangwu.dossier.casefile;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DossierDocument;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rounds of a case: when a meeting is to be held again (责令重新召开, A37), documents of the steps to be
 * repeated are begun anew. What was written before stays, readable and sealed, but no longer counts
 * for the steps to come.
 */
@Repository
class Renewals {

  private final JdbcClient jdbc;
  private final DocumentStore store;

  Renewals(JdbcClient jdbc, DocumentStore store) {
    this.jdbc = jdbc;
    this.store = store;
  }

  /** Begins a new round for these types; numbers are used, so that no two moments are compared. */
  @Transactional
  void renew(String caseId, Collection<String> types) {
    Map<DocumentKey, Integer> newest =
        store.ofCase(caseId).stream()
            .filter(document -> types.contains(document.key().type()))
            .collect(Collectors.toMap(DossierDocument::key, DossierDocument::version, Math::max));
    types.forEach(type -> newest.putIfAbsent(DocumentKey.of(caseId, type), 0));
    newest.forEach(this::begin);
  }

  private void begin(DocumentKey key, int lastVersion) {
    int known =
        jdbc.sql(
                "update dossier_renewal set last_version = ?, sealed = false"
                    + " where case_id = ? and doc_type = ? and subject = ?")
            .params(lastVersion, key.caseId(), key.type(), key.subject())
            .update();
    if (known == 0) {
      jdbc.sql(
              "insert into dossier_renewal (case_id, doc_type, subject, last_version, sealed)"
                  + " values (?, ?, ?, ?, false)")
          .params(key.caseId(), key.type(), key.subject(), lastVersion)
          .update();
    }
  }

  /** From now on the documents of the present round are sealed like those before. */
  void seal(String caseId) {
    jdbc.sql("update dossier_renewal set sealed = true where case_id = ?").param(caseId).update();
  }

  /** The rounds of a case as they stand now. */
  Rounds of(String caseId) {
    List<Row> rows =
        jdbc.sql(
                "select doc_type, subject, last_version, sealed from dossier_renewal"
                    + " where case_id = ?")
            .param(caseId)
            .query(
                (row, n) ->
                    new Row(
                        new DocumentKey(caseId, row.getString(1), row.getString(2)),
                        row.getInt(3),
                        row.getBoolean(4)))
            .list();
    return new Rounds(
        rows.stream().collect(Collectors.toMap(Row::key, Row::lastVersion)),
        rows.stream()
            .filter(row -> !row.sealed())
            .map(row -> row.key().type())
            .collect(Collectors.toSet()));
  }

  private record Row(DocumentKey key, int lastVersion, boolean sealed) {}

  /**
   * @param last newest version of the rounds before
   * @param unsealed types that are begun anew and not sealed again
   */
  record Rounds(Map<DocumentKey, Integer> last, Set<String> unsealed) {

    /** Whether it was written for a meeting that is to be held again. */
    boolean isPast(DossierDocument version) {
      return version.version() <= last.getOrDefault(version.key(), 0);
    }

    /** Whether it belongs to a round that goes on, and the seal of the round before spares it. */
    boolean isUnderWay(DossierDocument version) {
      return unsealed.contains(version.key().type()) && !isPast(version);
    }
  }
}
