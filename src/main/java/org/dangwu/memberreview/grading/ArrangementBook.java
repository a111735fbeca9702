package org.dangwu.memberreview.grading;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.dangwu.memberreview.grading.BallotArrangement.Rounds;
import org.dangwu.memberreview.grading.BallotArrangement.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps how the ballots of each run are arranged. */
@Component
class ArrangementBook {

  private final JdbcClient jdbc;
  private final Clock clock;

  ArrangementBook(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<BallotArrangement> find(String caseId) {
    List<String> tellers =
        jdbc.sql("select person_id from memberreview_teller where case_id = ? order by position")
            .param(caseId)
            .query(String.class)
            .list();
    return jdbc.sql("select * from memberreview_ballot_plan where case_id = ?")
        .param(caseId)
        .query(
            (row, n) ->
                new BallotArrangement(
                    row.getObject("due_on", LocalDate.class),
                    tellers,
                    row.getString("recorder"),
                    row.getBoolean("on_paper"),
                    row.getBoolean("committee_review"),
                    row.getInt("masses_sheets"),
                    Scope.valueOf(row.getString("masses_scope")),
                    new Rounds(
                        row.getString("member_round"),
                        row.getString("committee_round"),
                        row.getString("masses_round"))))
        .optional();
  }

  @Transactional
  void save(String caseId, BallotArrangement plan, String user) {
    jdbc.sql("delete from memberreview_teller where case_id = ?").param(caseId).update();
    jdbc.sql("delete from memberreview_ballot_plan where case_id = ?").param(caseId).update();
    jdbc.sql(
            "insert into memberreview_ballot_plan (case_id, due_on, recorder, on_paper,"
                + " committee_review, masses_sheets, masses_scope, saved_by, saved_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            caseId,
            plan.dueOn(),
            plan.recorder(),
            plan.onPaper(),
            plan.committeeReview(),
            plan.sheets(),
            plan.scope().name(),
            user,
            OffsetDateTime.now(clock))
        .update();
    for (int i = 0; i < plan.tellers().size(); i++) {
      jdbc.sql("insert into memberreview_teller (case_id, position, person_id) values (?, ?, ?)")
          .params(caseId, i + 1, plan.tellers().get(i))
          .update();
    }
  }

  void prepared(String caseId, Rounds rounds) {
    jdbc.sql(
            "update memberreview_ballot_plan set member_round = ?, committee_round = ?,"
                + " masses_round = ? where case_id = ?")
        .param(rounds.members())
        .param(rounds.committee())
        .param(rounds.masses())
        .param(caseId)
        .update();
  }
}
