package org.dangwu.disposal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the table suggested and what the committee decided, one row a round (8.2). */
@Component
class ProposalBook {

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Clock clock;

  ProposalBook(JdbcClient jdbc, ObjectMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /**
   * @param months length of the time limit, {@code null} without one
   * @param firstTalker {@code null} when nobody has to talk
   */
  record Proposal(
      int round,
      Ground ground,
      Suggestion suggestion,
      Measure measure,
      Integer months,
      String facts,
      String reason,
      String proposedBy,
      String firstTalker,
      String secondTalker) {}

  /** Kept apart from the suggestion's inputs: of the newest round. */
  record Terms(Measure measure, Integer months, String firstTalker, String secondTalker) {}

  void add(String disposalId, Proposal proposal, String tableId) {
    jdbc.sql(
            "insert into disposal_proposal (disposal_id, proposal_round, ground, table_id, inputs,"
                + " suggestion, suggestion_text, measure, months, facts, reason, proposed_by,"
                + " proposed_at, first_talker, second_talker)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            disposalId,
            proposal.round(),
            proposal.ground().name(),
            tableId,
            write(proposal.suggestion()),
            proposal.suggestion().action(),
            proposal.suggestion().groundText(),
            proposal.measure().name(),
            proposal.months(),
            proposal.facts(),
            proposal.reason(),
            proposal.proposedBy(),
            OffsetDateTime.now(clock),
            proposal.firstTalker(),
            proposal.secondTalker())
        .update();
  }

  Optional<Terms> newest(String disposalId) {
    return jdbc
        .sql(
            "select measure, months, first_talker, second_talker from disposal_proposal"
                + " where disposal_id = ? order by proposal_round desc")
        .param(disposalId)
        .query(
            (row, n) ->
                new Terms(
                    Measure.valueOf(row.getString("measure")),
                    row.getObject("months", Integer.class),
                    row.getString("first_talker"),
                    row.getString("second_talker")))
        .list()
        .stream()
        .findFirst();
  }

  /** Whether the person ever talked with him or was to. */
  boolean talks(String disposalId, String user) {
    return jdbc.sql(
                "select count(*) from disposal_proposal"
                    + " where disposal_id = ? and (first_talker = ? or second_talker = ?)")
            .params(disposalId, user, user)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** A time limit was set before and it ended without change (D02 no. 5). */
  boolean deadlineWasMissed(String disposalId) {
    return jdbc.sql(
                "select count(*) from disposal_case"
                    + " where id = ? and correct_until is not null")
            .param(disposalId)
            .query(Integer.class)
            .single()
        > 0;
  }

  private String write(Suggestion suggestion) {
    try {
      return json.writeValueAsString(suggestion.inputs());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("inputs not writable", e);
    }
  }
}
