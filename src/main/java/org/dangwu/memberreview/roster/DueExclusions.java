package org.dangwu.memberreview.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.DecisionTables;
import org.dangwu.memberreview.desk.ReviewSentences;
import org.dangwu.organization.People;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Members who need not be counted among those due when the superior consents and the assembly
 * approves (E18, D06). Both consents stay on record, refusals too.
 */
@Component
class DueExclusions {

  static final String TABLE = "due_exclusion";

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

  private final JdbcClient jdbc;
  private final DecisionTables tables;
  private final RosterBook roster;
  private final RosterChanges changes;
  private final Dossiers dossiers;
  private final People people;
  private final ReviewSentences sentences;
  private final Clock clock;

  DueExclusions(
      JdbcClient jdbc,
      DecisionTables tables,
      RosterBook roster,
      RosterChanges changes,
      Dossiers dossiers,
      People people,
      ReviewSentences sentences,
      Clock clock) {
    this.jdbc = jdbc;
    this.tables = tables;
    this.roster = roster;
    this.changes = changes;
    this.dossiers = dossiers;
    this.people = people;
    this.sentences = sentences;
    this.clock = clock;
  }

  /** The reasons that the table knows, code to words. */
  Map<String, String> reasons() {
    return tables.choices(TABLE).stream()
        .filter(code -> label(code).isPresent())
        .collect(
            Collectors.toMap(
                code -> code,
                code -> label(code).orElseThrow(),
                (one, same) -> one,
                java.util.LinkedHashMap::new));
  }

  List<DueExclusion> proposal(String taskId) {
    return jdbc.sql(
            "select * from memberreview_due_exclusion where proposal = ? order by person_id")
        .param(taskId)
        .query(DueExclusions::exclusion)
        .list();
  }

  /** Replaces what was entered in this task before. */
  @Transactional
  void save(String taskId, String caseId, List<DueExclusion> entered, String user) {
    for (DueExclusion one : entered) {
      if (one.evidence().isBlank() || one.evidence().length() > 400) {
        throw sentences.refusal("exclusion.evidence", people.name(one.personId()));
      }
      if (label(one.reason()).isEmpty()) {
        throw sentences.refusal("exclusion.reason", people.name(one.personId()));
      }
      if (!isDue(caseId, one.personId())) {
        throw sentences.refusal("exclusion.notDue", people.name(one.personId()));
      }
    }
    jdbc.sql("delete from memberreview_due_exclusion where proposal = ? and state = 'DRAFT'")
        .param(taskId)
        .update();
    for (DueExclusion one : entered) {
      jdbc.sql(
              "insert into memberreview_due_exclusion (proposal, person_id, case_id, reason,"
                  + " evidence, proposed_by, state, excluded) values (?, ?, ?, ?, ?, ?, 'DRAFT',"
                  + " false)")
          .params(taskId, one.personId(), caseId, one.reason(), one.evidence(), user)
          .update();
    }
  }

  /** Puts the proposal before the superior. */
  @Transactional
  void propose(String taskId, String caseId, String user) {
    List<DueExclusion> proposed = proposal(taskId);
    if (proposed.isEmpty()) {
      throw sentences.refusal("exclusion.nobody");
    }
    if (!pending(caseId, user).isEmpty()) {
      throw sentences.refusal("exclusion.pending");
    }
    jdbc.sql("update memberreview_due_exclusion set state = 'PROPOSED' where proposal = ?")
        .param(taskId)
        .update();
    paper(caseId, proposed, sentences.say("exclusion.waiting"), user);
  }

  @Transactional
  void superior(String caseId, String proposedBy, boolean approved, String user) {
    jdbc.sql(
            "update memberreview_due_exclusion set superior_approved = ?, superior_by = ?,"
                + " superior_on = ? where case_id = ? and proposed_by = ? and state = 'PROPOSED'")
        .params(approved, user, LocalDate.now(clock), caseId, proposedBy)
        .update();
  }

  @Transactional
  void assembly(String caseId, String proposedBy, boolean approved, LocalDate heldOn, String user) {
    if (heldOn == null || heldOn.isAfter(LocalDate.now(clock))) {
      throw sentences.refusal("exclusion.assemblyDate");
    }
    jdbc.sql(
            "update memberreview_due_exclusion set assembly_approved = ?, assembly_by = ?,"
                + " assembly_on = ? where case_id = ? and proposed_by = ? and state = 'PROPOSED'")
        .params(approved, user, heldOn, caseId, proposedBy)
        .update();
  }

  /** Lets the table say who is no longer counted, now that all have decided. */
  @Transactional
  void apply(String caseId, String proposedBy) {
    List<DueExclusion> pending = pending(caseId, proposedBy);
    for (DueExclusion one : pending) {
      boolean excluded = !counted(one) && isDue(caseId, one.personId());
      jdbc.sql(
              "update memberreview_due_exclusion set state = 'DECIDED', excluded = ? where case_id"
                  + " = ? and proposed_by = ? and person_id = ? and state = 'PROPOSED'")
          .params(excluded, caseId, proposedBy, one.personId())
          .update();
      if (excluded) {
        changes.countedOut(
            caseId, one.personId(), one.assemblyOn(), label(one.reason()).orElse(""), proposedBy);
      }
    }
    if (!pending.isEmpty()) {
      paper(caseId, pending, consents(pending.get(0)), proposedBy);
    }
  }

  private List<DueExclusion> pending(String caseId, String proposedBy) {
    return jdbc.sql(
            "select * from memberreview_due_exclusion where case_id = ? and proposed_by = ? and"
                + " state = 'PROPOSED' order by person_id")
        .params(caseId, proposedBy)
        .query(DueExclusions::exclusion)
        .list();
  }

  private boolean isDue(String caseId, String personId) {
    return roster.newest(caseId, personId).filter(row -> row.verdict().canVote()).isPresent();
  }

  private boolean counted(DueExclusion one) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("reason", one.reason());
    inputs.put("superiorApproved", Boolean.TRUE.equals(one.superiorApproved()));
    inputs.put("assemblyApproved", Boolean.TRUE.equals(one.assemblyApproved()));
    return tables
        .first(TABLE, inputs)
        .map(row -> !Boolean.FALSE.equals(row.get("counted")))
        .orElse(true);
  }

  private Optional<String> label(String reason) {
    return tables
        .first(TABLE, Map.of("reason", reason, "superiorApproved", true, "assemblyApproved", true))
        .filter(row -> Boolean.FALSE.equals(row.get("counted")))
        .map(row -> (String) row.get("label"));
  }

  private void paper(String caseId, List<DueExclusion> persons, String consents, String user) {
    DocumentKey key = DocumentKey.of(caseId, "dueExclusion");
    String list =
        persons.stream()
            .map(
                one ->
                    "%s：%s。证明：%s"
                        .formatted(
                            people.name(one.personId()),
                            label(one.reason()).orElse(one.reason()),
                            one.evidence()))
            .collect(Collectors.joining("\n"));
    dossiers.write(key, Map.of("persons", list, "consents", consents), user);
    dossiers.finish(key, user);
  }

  private String consents(DueExclusion one) {
    String superior =
        sentences.say(
            Boolean.TRUE.equals(one.superiorApproved())
                ? "exclusion.superiorAgreed"
                : "exclusion.superiorRefused",
            DAY.format(one.superiorOn()));
    if (one.assemblyApproved() == null) {
      return superior;
    }
    return superior
        + "\n"
        + sentences.say(
            one.assemblyApproved() ? "exclusion.assemblyAgreed" : "exclusion.assemblyRefused",
            DAY.format(one.assemblyOn()));
  }

  private static DueExclusion exclusion(ResultSet row, int number) throws SQLException {
    return new DueExclusion(
        row.getString("person_id"),
        row.getString("reason"),
        row.getString("evidence"),
        row.getObject("superior_approved", Boolean.class),
        row.getObject("superior_on", LocalDate.class),
        row.getObject("assembly_approved", Boolean.class),
        row.getObject("assembly_on", LocalDate.class),
        row.getBoolean("excluded"));
  }
}
