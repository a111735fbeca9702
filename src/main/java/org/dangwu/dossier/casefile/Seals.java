package org.dangwu.dossier.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.dangwu.dossier.DossierDocument;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sealed documents (封存文书, A25): which types are sealed is told by the table {@code document_seal},
 * since when by the case. They open only with a stated reason, once for each time.
 */
@Repository
class Seals {

  /** How long files of a document may be fetched after it was opened. */
  private static final Duration OPEN = Duration.ofMinutes(30);

  private final JdbcClient jdbc;
  private final RuleTables rules;
  private final Renewals renewals;
  private final Clock clock;

  Seals(JdbcClient jdbc, RuleTables rules, Renewals renewals, Clock clock) {
    this.jdbc = jdbc;
    this.rules = rules;
    this.renewals = renewals;
    this.clock = clock;
  }

  /** Whether documents of this type are ever sealed, so that their pages carry a watermark. */
  boolean isSealedType(String type) {
    return rules.sealed(type);
  }

  /**
   * Tells of each version of the case whether it is sealed now. Drafts never are, nor is what is
   * written for a meeting to be held again until that meeting, too, is over.
   */
  Predicate<DossierDocument> of(String caseId) {
    if (sealedAt(caseId).isEmpty()) {
      return version -> false;
    }
    Renewals.Rounds rounds = renewals.of(caseId);
    return version ->
        version.isFinal() && isSealedType(version.key().type()) && !rounds.isUnderWay(version);
  }

  boolean isSealed(DossierDocument version) {
    return of(version.key().caseId()).test(version);
  }

  /**
   * Which documents may be quoted in a paper: sealed ones only in papers of a sealed kind, so that
   * nobody takes them out without a reason by way of another.
   */
  Predicate<DossierDocument> mayFlowInto(DossierDocument paper) {
    return isSealedType(paper.key().type()) ? other -> true : of(paper.key().caseId()).negate();
  }

  /** Seals the case from now on; a case that is sealed already stays so from the first day. */
  @Transactional
  void seal(String caseId, String user) {
    renewals.seal(caseId);
    if (sealedAt(caseId).isEmpty()) {
      jdbc.sql("insert into dossier_seal (case_id, sealed_at, sealed_by) values (?, ?, ?)")
          .params(caseId, DocumentStore.at(clock.instant()), user)
          .update();
    }
  }

  /** Notes that somebody opened a document; returns the id of this opening. */
  String open(String documentId, String user, String reason) {
    String id = UUID.randomUUID().toString();
    jdbc.sql(
            "insert into dossier_opening (id, document_id, user_id, opened_at, reason)"
                + " values (?, ?, ?, ?, ?)")
        .params(id, documentId, user, DocumentStore.at(clock.instant()), reason)
        .update();
    return id;
  }

  /** The reason of an opening of this document by this person that still holds. */
  Optional<String> reason(String openingId, String documentId, String user) {
    return jdbc.sql(
            "select reason from dossier_opening"
                + " where id = ? and document_id = ? and user_id = ? and opened_at > ?")
        .params(
            openingId == null ? "" : openingId,
            documentId,
            user,
            DocumentStore.at(clock.instant().minus(OPEN)))
        .query(String.class)
        .optional();
  }

  private Optional<Instant> sealedAt(String caseId) {
    return jdbc.sql("select sealed_at from dossier_seal where case_id = ?")
        .param(caseId)
        .query(Seals::sealedAt)
        .optional();
  }

  private static Instant sealedAt(ResultSet row, int number) throws SQLException {
    return DocumentStore.instant(row, "sealed_at");
  }
}
