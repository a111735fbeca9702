package org.dangwu.lifemeeting.observation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.dangwu.engine.DecisionTables;
import org.dangwu.engine.Unrestricted;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureCases;
import org.dangwu.procedure.ProcedureKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When a body really met: attendance was confirmed and reached the quorum (A19). */
@Component
public class HeldMeetings {

  private final JdbcClient jdbc;
  private final ProcedureCases cases;
  private final DecisionTables tables;
  private final TaskService tasks;
  private final Unrestricted unrestricted;

  HeldMeetings(
      JdbcClient jdbc,
      ProcedureCases cases,
      DecisionTables tables,
      TaskService tasks,
      Unrestricted unrestricted) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.tables = tables;
    this.tasks = tasks;
    this.unrestricted = unrestricted;
  }

  /** The runs of the body's life meeting in a year that were not cancelled, newest first. */
  public List<ProcedureCase> runs(String organization, int year) {
    return cases.ofOrganizations(List.of(organization)).stream()
        .filter(run -> run.kind() == ProcedureKind.LIFE_MEETING && run.year() == year)
        .filter(run -> run.state() != ProcedureCase.State.CANCELLED)
        .toList();
  }

  /** The run that counts as the body's life meeting of the year; special ones do not (A03). */
  public Optional<ProcedureCase> annual(String organization, int year) {
    String number = ProcedureKind.LIFE_MEETING.businessKey(year, organization);
    return runs(organization, year).stream()
        .filter(run -> run.businessKey().equals(number))
        .findFirst();
  }

  /**
   * The meeting that a step speaks of: that of its own run, or, when the run is one of the
   * superior, any of the body in that year.
   */
  Optional<LocalDate> observedOn(String caseId, String organization, int year) {
    boolean ownRun =
        cases
            .find(caseId)
            .filter(run -> run.kind() == ProcedureKind.LIFE_MEETING)
            .filter(run -> run.organization().equals(organization))
            .isPresent();
    return ownRun
        ? heldOn(caseId)
        : runs(organization, year).stream()
            .map(run -> heldOn(run.caseId()))
            .flatMap(Optional::stream)
            .findFirst();
  }

  /** The day on which the meeting of a run was held with quorum. */
  public Optional<LocalDate> heldOn(String caseId) {
    return jdbc
        .sql(
            "select s.task_id, s.held_on, count(*) as due,"
                + " sum(case when a.presence = 'PRESENT' then 1 else 0 end) as present"
                + " from lifemeeting_session s"
                + " join lifemeeting_attendance a on a.task_id = s.task_id"
                + " where s.case_id = ? group by s.task_id, s.held_on order by s.held_on desc")
        .param(caseId)
        .query(
            (row, number) ->
                new Convening(
                    row.getString("task_id"),
                    row.getObject("held_on", LocalDate.class),
                    row.getInt("due"),
                    row.getInt("present")))
        .list()
        .stream()
        .filter(this::hadQuorum)
        .filter(this::isConfirmed)
        .map(Convening::heldOn)
        .findFirst();
  }

  private boolean hadQuorum(Convening convening) {
    return tables
        .first(
            "dlm_quorum", Map.of("dueCount", convening.due(), "presentCount", convening.present()))
        .filter(row -> "MET".equals(row.get("status")))
        .isPresent();
  }

  /** What the recorder only saved may still change until he completes his task. */
  private boolean isConfirmed(Convening convening) {
    return unrestricted.call(() -> tasks.createTaskQuery().taskId(convening.taskId()).count() == 0);
  }

  private record Convening(String taskId, LocalDate heldOn, int due, int present) {}
}
