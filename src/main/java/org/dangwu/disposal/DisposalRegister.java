package org.dangwu.disposal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.dangwu.worksheet.MatterRegister;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the disposals; a change happens only while one is open. */
@Component
class DisposalRegister extends MatterRegister<Disposal> implements Disposals {

  private static final String COLUMNS =
      "id, case_id, organization, case_year, person_id, verification_id, state,"
          + " proposal_round, measure, informed_on, decided_on, correct_until, closed_on";

  DisposalRegister(JdbcClient jdbc, Clock clock) {
    super(jdbc, clock, "disposal_case", COLUMNS, DisposalRegister::disposal);
  }

  @Override
  @Transactional
  public String open(
      String caseId, String organization, int year, String personId, String verificationId) {
    Optional<String> open = openOne(caseId, personId);
    if (open.isPresent()) {
      return open.get();
    }
    String id = UUID.randomUUID().toString();
    jdbc.sql(
            "insert into disposal_case (id, case_id, organization, case_year, person_id,"
                + " verification_id, open_key, state, proposal_round, opened_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, 'OPEN', 0, ?)")
        .params(
            id,
            caseId,
            organization,
            year,
            personId,
            verificationId,
            openKey(caseId, personId),
            OffsetDateTime.now(clock))
        .update();
    return id;
  }

  /** A new proposal; the person is told of it anew by his talk. */
  void propose(String id, int round, Measure measure) {
    jdbc.sql(
            "update disposal_case set proposal_round = ?, measure = ?, decided_on = null"
                + " where id = ? and state = 'OPEN'")
        .params(round, measure.name(), id)
        .update();
  }

  void decide(String id, LocalDate decidedOn) {
    jdbc.sql("update disposal_case set decided_on = ? where id = ? and state = 'OPEN'")
        .params(decidedOn, id)
        .update();
  }

  void correctUntil(String id, LocalDate until) {
    jdbc.sql("update disposal_case set correct_until = ? where id = ? and state = 'OPEN'")
        .params(until, id)
        .update();
  }

  void close(String id, Disposal.State state) {
    jdbc.sql(
            "update disposal_case set state = ?, open_key = id, closed_on = ?"
                + " where id = ? and state = 'OPEN'")
        .params(state.name(), LocalDate.now(clock), id)
        .update();
  }

  /** An appeal succeeded, whether it was closed already or not. */
  void revoke(String id) {
    jdbc.sql(
            "update disposal_case set state = 'REVOKED', open_key = id, closed_on = ?"
                + " where id = ? and state <> 'TERMINATED'")
        .params(LocalDate.now(clock), id)
        .update();
  }

  private static Disposal disposal(ResultSet row, int number) throws SQLException {
    String measure = row.getString("measure");
    return new Disposal(
        row.getString("id"),
        row.getString("case_id"),
        row.getString("organization"),
        row.getInt("case_year"),
        row.getString("person_id"),
        row.getString("verification_id"),
        Disposal.State.valueOf(row.getString("state")),
        row.getInt("proposal_round"),
        measure == null ? null : Measure.valueOf(measure),
        row.getObject("informed_on", LocalDate.class),
        row.getObject("decided_on", LocalDate.class),
        row.getObject("correct_until", LocalDate.class),
        row.getObject("closed_on", LocalDate.class));
  }
}
