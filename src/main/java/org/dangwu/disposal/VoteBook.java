package org.dangwu.disposal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every vote on a disposal (D05); a new one never replaces an old one. */
@Component
class VoteBook {

  /** Counted, but not yet held against the rule. */
  private static final String PENDING = "PENDING";

  private final JdbcClient jdbc;
  private final Clock clock;

  VoteBook(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  record Count(
      LocalDate votedOn,
      String way,
      int due,
      int present,
      int approve,
      int oppose,
      int abstain,
      int invalid) {}

  void add(String disposalId, int round, Count count, String user) {
    int number =
        jdbc.sql(
                "select coalesce(max(ballot_number), 0) + 1 from disposal_vote"
                    + " where disposal_id = ? and proposal_round = ?")
            .params(disposalId, round)
            .query(Integer.class)
            .single();
    jdbc.sql(
            "insert into disposal_vote (disposal_id, proposal_round, ballot_number, voted_on, way,"
                + " due, present, approve, oppose, abstain, void, outcome, recorded_by,"
                + " recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            disposalId,
            round,
            number,
            count.votedOn(),
            count.way(),
            count.due(),
            count.present(),
            count.approve(),
            count.oppose(),
            count.abstain(),
            count.invalid(),
            PENDING,
            user,
            OffsetDateTime.now(clock))
        .update();
  }

  /** What the rule says of the vote that was counted last; said again it changes nothing. */
  void decide(String disposalId, String outcome) {
    jdbc.sql("update disposal_vote set outcome = ? where disposal_id = ? and outcome = ?")
        .params(outcome, disposalId, PENDING)
        .update();
  }
}
