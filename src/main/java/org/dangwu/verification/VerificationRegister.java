package org.dangwu.verification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dangwu.worksheet.MatterRegister;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the verifications; a change happens only while one is open. */
@Component
class VerificationRegister extends MatterRegister<Verification> implements Verifications {

  private static final String COLUMNS =
      "id, case_id, organization, case_year, person_id, matter, indicators, state,"
          + " informed_on, conclusion, conclusion_text, closed_on";

  VerificationRegister(JdbcClient jdbc, Clock clock) {
    super(jdbc, clock, "verification_case", COLUMNS, VerificationRegister::verification);
  }

  @Override
  @Transactional
  public String open(
      String caseId,
      String organization,
      int year,
      String personId,
      String matter,
      List<String> indicators) {
    Optional<String> open = openOne(caseId, personId);
    if (open.isPresent()) {
      return open.get();
    }
    String id = UUID.randomUUID().toString();
    jdbc.sql(
            "insert into verification_case (id, case_id, organization, case_year, person_id,"
                + " open_key, matter, indicators, state, opened_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?)")
        .params(
            id,
            caseId,
            organization,
            year,
            personId,
            openKey(caseId, personId),
            matter,
            String.join(",", indicators),
            OffsetDateTime.now(clock))
        .update();
    return id;
  }

  /** Replaces those appointed before. */
  @Transactional
  void appoint(String id, Collection<String> investigators, String lead) {
    jdbc.sql("delete from verification_investigator where verification_id = ?").param(id).update();
    for (String investigator : investigators) {
      jdbc.sql(
              "insert into verification_investigator (verification_id, person_id, leads)"
                  + " values (?, ?, ?)")
          .params(id, investigator, investigator.equals(lead))
          .update();
    }
  }

  /** User ids, the one who leads first. */
  List<String> investigators(String id) {
    return jdbc.sql(
            "select person_id from verification_investigator where verification_id = ?"
                + " order by leads desc, person_id")
        .param(id)
        .query(String.class)
        .list();
  }

  void propose(String id, Conclusion conclusion, String text) {
    jdbc.sql(
            "update verification_case set conclusion = ?, conclusion_text = ?"
                + " where id = ? and state = 'OPEN'")
        .params(conclusion.name(), text, id)
        .update();
  }

  void close(String id) {
    jdbc.sql(
            "update verification_case set state = 'CLOSED', open_key = id, closed_on = ?"
                + " where id = ? and state = 'OPEN'")
        .params(LocalDate.now(clock), id)
        .update();
  }

  /** A conclusion that was only proposed does not count. */
  @Override
  @Transactional
  public void terminate(String id) {
    jdbc.sql(
            "update verification_case set conclusion = null, conclusion_text = null"
                + " where id = ? and state = 'OPEN'")
        .param(id)
        .update();
    super.terminate(id);
  }

  private static Verification verification(ResultSet row, int number) throws SQLException {
    String conclusion = row.getString("conclusion");
    String indicators = row.getString("indicators");
    return new Verification(
        row.getString("id"),
        row.getString("case_id"),
        row.getString("organization"),
        row.getInt("case_year"),
        row.getString("person_id"),
        row.getString("matter"),
        indicators.isEmpty() ? List.of() : List.of(indicators.split(",")),
        Verification.State.valueOf(row.getString("state")),
        row.getObject("informed_on", LocalDate.class),
        conclusion == null ? null : Conclusion.valueOf(conclusion),
        row.getString("conclusion_text"),
        row.getObject("closed_on", LocalDate.class));
  }
}
