package org.dangwu.lifemeeting;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.DecisionTables;
import org.dangwu.engine.Unrestricted;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureStart;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Runs held for a particular occasion (专题民主生活会), and the paper that calls for them. */
@Component
class SpecialRuns {

  static final String MESSAGE = "SpecialMeetingRequired";
  static final String TRIGGER = "specialTrigger";
  static final String REFERENCE = "specialReference";
  static final String DATE = "specialDate";

  /** The document in which the occasion is described. */
  static final String ORDER = "specialOrder";

  private static final String AUTHOR = "system";

  private final ProcedureStart start;
  private final Dossiers dossiers;
  private final DecisionTables tables;
  private final Sentences sentences;
  private final Unrestricted unrestricted;
  private final JdbcClient jdbc;

  SpecialRuns(
      ProcedureStart start,
      Dossiers dossiers,
      DecisionTables tables,
      Sentences sentences,
      Unrestricted unrestricted,
      JdbcClient jdbc) {
    this.start = start;
    this.dossiers = dossiers;
    this.tables = tables;
    this.sentences = sentences;
    this.unrestricted = unrestricted;
    this.jdbc = jdbc;
  }

  /**
   * Begins a special run as the person who is logged in; whether he may is for the start rule.
   *
   * @param facts at least the trigger and the day it is planned for
   */
  @Transactional
  ProcedureCase begin(String organization, int year, Map<String, Object> facts) {
    return begin(organization, year, facts, null);
  }

  /**
   * Gives an occasion that came up during the year's own run a run of its own. The superior has
   * decided so, whoever's step this is part of.
   */
  @Transactional
  ProcedureCase separate(
      String annualCase, String organization, int year, Map<String, Object> facts) {
    ProcedureCase special = unrestricted.call(() -> begin(organization, year, facts, annualCase));
    dossiers
        .find(DocumentKey.of(annualCase, ORDER))
        .ifPresent(order -> copy(order, special.caseId()));
    return special;
  }

  /** The occasion in words, from the table {@code dlm_trigger}. */
  Optional<String> label(String trigger) {
    return trigger == null
        ? Optional.empty()
        : tables
            .first("dlm_trigger", Map.of(TRIGGER, trigger))
            .map(row -> (String) row.get("label"));
  }

  /** For which occasion a special run was called. */
  Optional<String> occasion(String caseId) {
    return jdbc.sql("select trigger_code from lifemeeting_special where case_id = ?")
        .param(caseId)
        .query(String.class)
        .optional()
        .flatMap(this::label);
  }

  private ProcedureCase begin(
      String organization, int year, Map<String, Object> facts, String during) {
    Map<String, Object> given = new LinkedHashMap<>(facts);
    given.values().removeIf(Objects::isNull);
    if (label((String) given.get(TRIGGER)).isEmpty()) {
      throw sentences.refusal("special.trigger");
    }
    ProcedureCase run = start.startSpecial(MESSAGE, organization, year, given);
    jdbc.sql(
            "insert into lifemeeting_special (case_id, trigger_code, reference, during_case)"
                + " values (?, ?, ?, ?)")
        .param(run.caseId())
        .param(given.get(TRIGGER))
        .param(given.get(REFERENCE))
        .param(during)
        .update();
    return run;
  }

  private void copy(DossierDocument order, String caseId) {
    DocumentKey copy = DocumentKey.of(caseId, ORDER);
    dossiers.write(copy, dossiers.read(order.id(), AUTHOR), AUTHOR);
    dossiers.finish(copy, AUTHOR);
  }
}
