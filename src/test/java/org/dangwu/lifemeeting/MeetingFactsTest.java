package org.dangwu.lifemeeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.models.Proves;
import org.dangwu.procedure.Fact;
import org.dangwu.procedure.Facts;
import org.dangwu.procedure.Parameters;
import org.dangwu.testing.AdjustableClock;
import org.dangwu.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** What the appraisal is told of a meeting. */
@IntegrationTest
@ActiveProfiles(
    profiles = {"demo", "test"},
    inheritProfiles = false)
@Import(AdjustableClock.Configuration.class)
class MeetingFactsTest {

  @Autowired private Facts facts;
  @Autowired private Parameters parameters;
  @Autowired private JdbcClient jdbc;
  @Autowired private AdjustableClock clock;

  private final String caseId = UUID.randomUUID().toString();
  private final Map<String, Object> variables = new HashMap<>();

  @BeforeEach
  void aRun() {
    jdbc.sql(
            "insert into procedure_case (case_id, kind, organization, organization_name, case_year,"
                + " business_key, counting_key, process_instance_id, started_at, state)"
                + " values (?, 'LIFE_MEETING', ?, '班子', 2026, ?, ?, ?, ?, 'RUNNING')")
        .params(caseId, "YL01", caseId, caseId, caseId, Timestamp.from(Instant.EPOCH))
        .update();
    variables.put("caseId", caseId);
    variables.put("organization", "YL01");
    variables.put("year", 2026);
    variables.put("meetingDate", Deadlines.startOf(LocalDate.of(2026, 12, 1)));
    variables.put("heldDate", Deadlines.startOf(LocalDate.of(2026, 12, 1)));
    variables.put("dueCount", 7);
    variables.put("presentCount", 6);
  }

  @Proves("A35")
  @Test
  void thePlanIsInTimeTenDaysBeforeAndLateAfterwards() {
    assertThat(told("PLAN_SENT", LocalDate.of(2026, 11, 21)))
        .extracting(Fact::words, Fact::kept)
        .containsExactly("会前 10 日", true);
    assertThat(told("PLAN_SENT", LocalDate.of(2026, 11, 22)))
        .as("sent anew, the later day counts")
        .extracting(Fact::words, Fact::kept)
        .containsExactly("会前 9 日", false);
    assertThat(facts.ofCase(caseId)).hasSize(1);
  }

  @Proves("A35")
  @Test
  void theReportIsInTimeOnTheFifteenthDayAndLateOnTheSixteenth() {
    assertThat(told("REPORTED", LocalDate.of(2026, 12, 16)).kept()).isTrue();
    assertThat(told("REPORTED", LocalDate.of(2026, 12, 17)))
        .extracting(Fact::words, Fact::kept)
        .containsExactly("会后第 16 日", false);
  }

  @Proves("A35")
  @Test
  void aMeetingThatFailedItsQuorumIsToldBesideTheOneThatWasHeld() {
    variables.put("presentCount", 4);
    assertThat(told("QUORUM_MISSED", LocalDate.of(2026, 12, 1)).words()).isEqualTo("到会 4 人，应到 7 人");
    variables.put("heldDate", Deadlines.startOf(LocalDate.of(2026, 12, 8)));
    variables.put("presentCount", 7);
    told("HELD", LocalDate.of(2026, 12, 8));
    told("HELD", LocalDate.of(2026, 12, 8));

    assertThat(facts.ofCase(caseId))
        .extracting(Fact::type, Fact::day)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Fact.Type.QUORUM_MISSED, LocalDate.of(2026, 12, 1)),
            org.assertj.core.groups.Tuple.tuple(Fact.Type.HELD, LocalDate.of(2026, 12, 8)));
  }

  @Proves("A35")
  @Test
  void absentWithoutLeaveAreCountedFromTheLastConveningAndNobodyIsNamed() {
    convened("a", List.of("ABSENT", "ABSENT"), Instant.parse("2026-12-01T01:00:00Z"));
    convened("b", List.of("ABSENT", "LEAVE"), Instant.parse("2026-12-01T02:00:00Z"));

    assertThat(told("ABSENT_WITHOUT_LEAVE", LocalDate.of(2026, 12, 1)))
        .extracting(Fact::figure, Fact::kept)
        .containsExactly(1, false);
  }

  @Proves("A35")
  @Test
  void aFactThatIsNotKnownStopsTheStepWithASentence() {
    assertThatThrownBy(() -> told("HEARD_OF", LocalDate.of(2026, 12, 1)))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining("HEARD_OF");
    assertThat(facts.ofCase(caseId)).isEmpty();
  }

  private void convened(String task, List<String> presences, Instant at) {
    jdbc.sql(
            "insert into lifemeeting_session (task_id, case_id, held_on, recorded_by, recorded_at)"
                + " values (?, ?, ?, 'p', ?)")
        .params(caseId + task, caseId, LocalDate.of(2026, 12, 1), Timestamp.from(at))
        .update();
    for (int i = 0; i < presences.size(); i++) {
      jdbc.sql("insert into lifemeeting_attendance (task_id, person_id, presence) values (?, ?, ?)")
          .params(caseId + task, "p" + i, presences.get(i))
          .update();
    }
  }

  private Fact told(String fact, LocalDate today) {
    clock.setTo(today);
    DelegateExecution execution = mock(DelegateExecution.class);
    when(execution.getVariableLocal("fact")).thenReturn(fact);
    when(execution.getVariable(anyString())).thenAnswer(call -> variables.get(call.getArgument(0)));
    new MeetingFacts(facts, parameters, jdbc, clock).execute(execution);
    return facts.ofCase(caseId).stream()
        .filter(found -> found.type().name().equals(fact))
        .reduce((first, last) -> last)
        .orElseThrow();
  }
}
