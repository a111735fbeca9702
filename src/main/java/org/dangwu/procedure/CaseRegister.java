package org.dangwu.procedure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.dangwu.engine.SubmissionRefused;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of runs; its unique key makes a second run of the same body and year impossible. */
@Component
class CaseRegister implements ProcedureCases {

  private static final String SELECT = "select * from procedure_case ";

  private final JdbcClient jdbc;
  private final Clock clock;

  CaseRegister(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public Optional<ProcedureCase> find(String caseId) {
    return jdbc.sql(SELECT + "where case_id = ?").param(caseId).query(this::map).optional();
  }

  @Override
  public List<ProcedureCase> findAll(Collection<String> caseIds) {
    if (caseIds.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(SELECT + "where case_id in (:ids)")
        .param("ids", caseIds)
        .query(this::map)
        .list();
  }

  @Override
  public Optional<ProcedureCase> byProcessInstance(String processInstanceId) {
    return jdbc.sql(SELECT + "where process_instance_id = ?")
        .param(processInstanceId)
        .query(this::map)
        .optional();
  }

  @Override
  public List<ProcedureCase> ofOrganizations(Collection<String> codes) {
    if (codes.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(SELECT + "where organization in (:codes) order by started_at desc, case_id")
        .param("codes", codes)
        .query(this::map)
        .list();
  }

  @Override
  public List<ProcedureCase> startedBy(String userId) {
    return jdbc.sql(SELECT + "where started_by = ? order by started_at desc, case_id")
        .param(userId)
        .query(this::map)
        .list();
  }

  @Override
  public List<ProcedureCase> of(ProcedureKind kind, String organization, int year) {
    return jdbc.sql(
            SELECT
                + "where kind = ? and organization = ? and case_year = ?"
                + " order by started_at, case_id")
        .params(kind.name(), organization, year)
        .query(this::map)
        .list();
  }

  @Override
  public Optional<Termination> termination(String caseId) {
    return jdbc.sql("select * from procedure_termination where case_id = ?")
        .param(caseId)
        .query(
            (row, number) ->
                new Termination(
                    row.getString("case_id"),
                    row.getString("decided_by"),
                    row.getString("requested_by"),
                    row.getString("reference"),
                    row.getTimestamp("terminated_at").toInstant()))
        .optional();
  }

  /** The run of that body and year that counts: running or completed, not cancelled. */
  Optional<ProcedureCase> counting(String businessKey) {
    return jdbc.sql(SELECT + "where counting_key = ?")
        .param(businessKey)
        .query(this::map)
        .optional();
  }

  RunNumber next(ProcedureKind kind, String organization, int year, boolean special) {
    return RunNumber.after(of(kind, organization, year), kind, organization, year, special);
  }

  void open(ProcedureCase run) {
    try {
      jdbc.sql(
              "insert into procedure_case (case_id, kind, organization, organization_name,"
                  + " case_year, business_key, counting_key, process_instance_id, tenant,"
                  + " started_by, started_at, state, special_number)"
                  + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
          .params(
              run.caseId(),
              run.kind().name(),
              run.organization(),
              run.organizationName(),
              run.year(),
              run.businessKey(),
              run.countingKey(),
              run.processInstanceId(),
              run.tenant(),
              run.startedBy(),
              Timestamp.from(run.startedAt()),
              run.state().name(),
              run.specialNumber())
          .update();
    } catch (DuplicateKeyException concurrent) {
      throw new SubmissionRefused(
          run.isSpecial() ? "同一单位刚刚登记了另一次专题会议，请重新提交。" : alreadyStarted(run), concurrent);
    }
  }

  /**
   * Marks a run as broken off and gives its year free; what was done first stays.
   *
   * @return whether it was still running
   */
  boolean terminate(Termination termination) {
    Timestamp at = Timestamp.from(termination.terminatedAt());
    int changed =
        jdbc.sql(
                "update procedure_case set state = ?, ended_at = ?, counting_key = case_id"
                    + " where case_id = ? and state = 'RUNNING'")
            .params(ProcedureCase.State.CANCELLED.name(), at, termination.caseId())
            .update();
    if (changed > 0) {
      jdbc.sql(
              "insert into procedure_termination (case_id, decided_by, requested_by, reference,"
                  + " terminated_at) values (?, ?, ?, ?, ?)")
          .params(
              termination.caseId(),
              termination.decidedBy(),
              termination.requestedBy(),
              termination.reference(),
              at)
          .update();
    }
    return changed > 0;
  }

  void close(String processInstanceId, boolean cancelled) {
    jdbc.sql(
            "update procedure_case set state = ?, ended_at = ?,"
                + " counting_key = case when ? then case_id else counting_key end"
                + " where process_instance_id = ? and state = 'RUNNING'")
        .params(
            (cancelled ? ProcedureCase.State.CANCELLED : ProcedureCase.State.COMPLETED).name(),
            Timestamp.from(clock.instant()),
            cancelled,
            processInstanceId)
        .update();
  }

  static String alreadyStarted(ProcedureCase run) {
    return "%s%d年度%s已经启动（编号 %s），同一单位同一年度只能启动一次，请在工作台继续办理。"
        .formatted(run.organizationName(), run.year(), run.kind().label(), run.businessKey());
  }

  private ProcedureCase map(ResultSet row, int number) throws SQLException {
    return new ProcedureCase(
        row.getString("case_id"),
        ProcedureKind.valueOf(row.getString("kind")),
        row.getString("organization"),
        row.getString("organization_name"),
        row.getInt("case_year"),
        row.getString("business_key"),
        row.getString("process_instance_id"),
        row.getString("tenant"),
        row.getString("started_by"),
        row.getTimestamp("started_at").toInstant(),
        Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant).orElse(null),
        ProcedureCase.State.valueOf(row.getString("state")),
        row.getInt("special_number"));
  }

  Instant now() {
    return clock.instant();
  }
}
