package org.dangwu.debriefing.appraisal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.dangwu.debriefing.SecretaryGrade;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What tables advised and what people decided: kept side by side, never changed (8.2-6). */
@Component("debriefDecisionRecord")
class DecisionRecord {

  private final JdbcClient jdbc;
  private final Clock clock;

  DecisionRecord(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The organisers put an opinion forward, with or without an advisory grade. */
  void opinion(Opinion opinion, Optional<Composite> advice, String user) {
    record(
        opinion.entryId(),
        "ORGANIZERS",
        advice.map(Composite::tables).orElse(""),
        advice.map(Composite::inputs).orElse(""),
        advice.map(Composite::grade).map(SecretaryGrade::name).orElse(""),
        opinion.grade().name(),
        opinion.reason(),
        user);
  }

  /** The committee voted on a grade. */
  void vote(Study study, Study.Vote vote, String table, String outcome, String user) {
    record(
        vote.entryId(),
        "COMMITTEE",
        table,
        "due=%d, present=%d, approve=%d, against=%d, abstain=%d, recused=%d"
            .formatted(
                study.due(),
                study.present(),
                vote.approve(),
                vote.against(),
                vote.abstain(),
                vote.recused().size()),
        outcome,
        vote.grade().name(),
        vote.reason(),
        user);
  }

  /** What is done about a low grade, beside what the table proposed. */
  void measure(
      String entryId, String table, String proposed, String decided, String reason, String user) {
    record(entryId, "SECRETARY", table, "", proposed, decided, reason, user);
  }

  private void record(
      String entryId,
      String body,
      String tables,
      String inputs,
      String advice,
      String decided,
      String reason,
      String user) {
    jdbc.sql(
            "insert into debriefing_decision (decision_id, entry_id, body, decision_tables, inputs,"
                + " advice, decided, reason, decided_by, decided_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .param(UUID.randomUUID().toString())
        .param(entryId)
        .param(body)
        .param(tables)
        .param(inputs)
        .param(advice)
        .param(decided)
        .param(reason)
        .param(user)
        .param(OffsetDateTime.now(clock))
        .update();
  }
}
