package org.dangwu.lifemeeting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dangwu.engine.ModelBean;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.procedure.Fact;
import org.dangwu.procedure.Facts;
import org.dangwu.procedure.Parameters;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Step 记录事实 of the model: keeps what the appraisal asks about (A35). Input parameter {@code fact}:
 * a name of {@link Fact.Type}. Told twice of the same day, it is kept once.
 */
@ModelBean("meetingFacts")
class MeetingFacts implements JavaDelegate {

  private final Facts facts;
  private final Parameters parameters;
  private final JdbcClient jdbc;
  private final Clock clock;

  MeetingFacts(Facts facts, Parameters parameters, JdbcClient jdbc, Clock clock) {
    this.facts = facts;
    this.parameters = parameters;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    facts.record(fact(type((String) execution.getVariableLocal("fact")), execution));
  }

  private Fact fact(Fact.Type type, DelegateExecution run) {
    LocalDate today = LocalDate.now(clock);
    return switch (type) {
      case PLAN_SENT -> {
        int before = Deadlines.daysBetween(today, planned(run));
        yield of(type, run, "", today, before, null, before >= figure("dlm.planLeadDays", run));
      }
      case HELD ->
          of(type, run, held(run).toString(), held(run), present(run), due(run), Boolean.TRUE);
      case QUORUM_MISSED ->
          of(type, run, held(run).toString(), held(run), present(run), due(run), Boolean.FALSE);
      case POSTPONED -> of(type, run, planned(run).toString(), today, null, null, null);
      case ABSENT_WITHOUT_LEAVE -> {
        int absent = absentWithoutLeave(LifeMeetingProcess.CASE_ID.from(run));
        yield of(type, run, held(run).toString(), held(run), absent, null, absent == 0);
      }
      case REPORTED -> {
        int after = Deadlines.daysBetween(held(run), today);
        boolean kept = after <= figure("dlm.reportDays", run);
        yield of(type, run, held(run).toString(), today, after, null, kept);
      }
      case REPEAT_ORDERED, MERGED_SPECIAL ->
          of(type, run, today.toString(), today, null, null, null);
      case TERMINATED -> of(type, run, "", today, null, null, null);
      case RECTIFICATION_CLOSED, MEMBERS_REVIEWED, BRANCHES_REVIEWED, DEBRIEF_REPORTED ->
          throw unknown(type.name());
    };
  }

  private static Fact of(
      Fact.Type type,
      DelegateExecution run,
      String occurrence,
      LocalDate day,
      Integer figure,
      Integer of,
      Boolean kept) {
    return new Fact(
        LifeMeetingProcess.CASE_ID.from(run),
        LifeMeetingProcess.ORGANIZATION.from(run),
        LifeMeetingProcess.YEAR.from(run),
        type,
        occurrence,
        day,
        figure,
        of,
        kept);
  }

  private static Fact.Type type(String name) {
    return Arrays.stream(Fact.Type.values())
        .filter(type -> type.name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  private static SubmissionRefused unknown(String name) {
    return new SubmissionRefused("流程图中要记录的事实“" + name + "”不存在，请流程管理员改正。");
  }

  /** Those marked absent, not on leave, when the body last convened. */
  private int absentWithoutLeave(String caseId) {
    return jdbc.sql(
            "select count(*) from lifemeeting_attendance a where a.presence = 'ABSENT' and"
                + " a.task_id = (select s.task_id from lifemeeting_session s where s.case_id = ?"
                + " order by s.recorded_at desc, s.task_id fetch first 1 rows only)")
        .param(caseId)
        .query(Integer.class)
        .single();
  }

  private int figure(String key, DelegateExecution run) {
    return parameters.number(
        key, LifeMeetingProcess.ORGANIZATION.from(run), LifeMeetingProcess.YEAR.from(run));
  }

  private static LocalDate planned(DelegateExecution run) {
    return Deadlines.day(LifeMeetingProcess.MEETING_DATE.from(run));
  }

  private static LocalDate held(DelegateExecution run) {
    return Deadlines.day(LifeMeetingProcess.HELD_DATE.from(run));
  }

  private static int present(DelegateExecution run) {
    return LifeMeetingProcess.PRESENT_COUNT.from(run);
  }

  private static int due(DelegateExecution run) {
    return LifeMeetingProcess.DUE_COUNT.from(run);
  }
}
