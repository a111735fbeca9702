package org.dangwu.disposal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the disposals; a change happens only while one is open. */
@Component
class DisposalRegister implements Disposals {

  private static final String SELECT =
      "select id, case_id, organization, case_year, person_id, verification_id, state,"
          + " proposal_round, measure, informed_on, decided_on, correct_until, closed_on"
          + " from disposal_case ";

  private final JdbcClient jdbc;
  private final Clock clock;

  DisposalRegister(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  @Transactional
  public String open(
      String caseId, String organization, int year, String personId, String verificationId) {
    String openKey = caseId + "/" + personId;
    Optional<String> open =
        jdbc.sql("select id from disposal_case where open_key = ?")
            .param(openKey)
            .query(String.class)
            .optional();
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
            openKey,
            OffsetDateTime.now(clock))
        .update();
    return id;
  }

  @Override
  public Optional<Disposal> find(String id) {
    return jdbc.sql(SELECT + "where id = ?").param(id).query(DisposalRegister::disposal).optional();
  }

  @Override
  public List<Disposal> ofCase(String caseId) {
    return jdbc.sql(SELECT + "where case_id = ? order by opened_at, id")
        .param(caseId)
        .query(DisposalRegister::disposal)
        .list();
  }

  /**
   * @throws IllegalStateException when there is no such disposal
   */
  Disposal get(String id) {
    return find(id)
        .orElseThrow(() -> new IllegalStateException("处置事项 " + id + " 不存在，请检查流程变量 disposalId。"));
  }

  /** All that are still known, newest first, for pages that filter by what a person may see. */
  List<Disposal> all() {
    return jdbc.sql(SELECT + "order by opened_at desc, id")
        .query(DisposalRegister::disposal)
        .list();
  }

  void begin(String id, String processInstanceId) {
    jdbc.sql("update disposal_case set process_instance_id = ? where id = ?")
        .params(processInstanceId, id)
        .update();
  }

  Optional<String> processInstance(String id) {
    return jdbc.sql(
            "select process_instance_id from disposal_case"
                + " where id = ? and process_instance_id is not null")
        .param(id)
        .query(String.class)
        .optional();
  }

  /** A new proposal; the person is told of it anew by his talk. */
  void propose(String id, int round, Measure measure) {
    jdbc.sql(
            "update disposal_case set proposal_round = ?, measure = ?, decided_on = null"
                + " where id = ? and state = 'OPEN'")
        .params(round, measure.name(), id)
        .update();
  }

  /** The person was told; the first day stands. */
  void inform(String id) {
    jdbc.sql("update disposal_case set informed_on = ? where id = ? and informed_on is null")
        .params(LocalDate.now(clock), id)
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

  /** The process ended otherwise. */
  void terminate(String id) {
    jdbc.sql(
            "update disposal_case set state = 'TERMINATED', open_key = id"
                + " where id = ? and state = 'OPEN'")
        .param(id)
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
