package org.dangwu.lifemeeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.dangwu.lifemeeting.Leave.Decision;
import org.dangwu.models.Proves;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** What the step 登记请假结果 keeps. */
class LeaveRegisterTest {

  private final MeetingRounds rounds = mock(MeetingRounds.class);
  private LeaveBook book;
  private LeaveRegister register;

  @BeforeEach
  void table() {
    JdbcDataSource h2 = new JdbcDataSource();
    h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    new ResourceDatabasePopulator(
            new ClassPathResource("db/migration/V841__lifemeeting_leave.sql"),
            new ClassPathResource("db/migration/V932__lifemeeting_leave_round.sql"))
        .execute(h2);
    when(rounds.of("case")).thenReturn(1);
    Clock clock = Clock.fixed(Instant.parse("2026-11-02T01:00:00Z"), Deadlines.ZONE);
    book = new LeaveBook(JdbcClient.create(h2), rounds, clock);
    register = new LeaveRegister(book);
  }

  @Proves({"A18", "E01"})
  @Test
  void consentOfTheSuperiorMakesLeave() {
    register.execute(request("r1", "p2", Map.of("approvalResult", "APPROVED")));
    assertThat(book.of("case"))
        .hasEntrySatisfying("p2", leave -> assertThat(leave.granted()).isTrue());
  }

  @Proves("A18")
  @Test
  void leaveThatTheRuleForbidsIsNoLeaveWhateverWasApprovedBefore() {
    register.execute(
        request("r1", "p2", Map.of("leaveDecision", "NOT_ALLOWED", "approvalResult", "APPROVED")));
    assertThat(book.of("case").get("p2").decision()).isEqualTo(Decision.NOT_ALLOWED);
  }

  @Test
  void nobodyIsOnLeaveBySilence() {
    assertThatThrownBy(() -> register.execute(request("r1", "p2", Map.of())))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () -> register.execute(request("r1", "p2", Map.of("approvalResult", "RESCHEDULED"))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(book.of("case")).isEmpty();
  }

  @Test
  void repeatedStepChangesNothingAndOfTwoRequestsTheLastCounts() {
    register.execute(request("r1", "p2", Map.of("approvalResult", "RETURNED")));
    register.execute(request("r1", "p2", Map.of("approvalResult", "APPROVED")));
    assertThat(book.of("case").get("p2").decision()).isEqualTo(Decision.REFUSED);
    register.execute(request("r2", "p2", Map.of("approvalResult", "APPROVED")));
    assertThat(book.of("case").get("p2").granted()).isTrue();
    assertThat(book.of("other")).isEmpty();
  }

  @Proves({"A18", "A37"})
  @Test
  void leaveCountsOnlyForTheMeetingForWhichItWasAskedEvenWhenConsentComesLate() {
    register.execute(round(request("r1", "p2", Map.of("approvalResult", "APPROVED")), 1));
    when(rounds.of("case")).thenReturn(2);

    assertThat(book.of("case")).isEmpty();
    assertThat(book.past("case").get("p2").granted()).isTrue();
    register.execute(round(request("r2", "p3", Map.of("approvalResult", "APPROVED")), 1));
    assertThat(book.of("case")).as("asked before the order").isEmpty();
    register.execute(round(request("r3", "p2", Map.of("approvalResult", "RETURNED")), 2));
    assertThat(book.of("case").get("p2").decision()).isEqualTo(Decision.REFUSED);
  }

  private static DelegateExecution round(DelegateExecution request, int round) {
    when(request.getVariable("leaveRound")).thenReturn(round);
    return request;
  }

  private static DelegateExecution request(
      String id, String member, Map<String, String> variables) {
    DelegateExecution execution = mock(DelegateExecution.class);
    when(execution.getParentActivityInstanceId()).thenReturn(id);
    when(execution.getVariable("caseId")).thenReturn("case");
    when(execution.getVariable("member")).thenReturn(member);
    when(execution.getVariable("leaveReason")).thenReturn("TRAINING");
    variables.forEach((name, value) -> when(execution.getVariable(name)).thenReturn(value));
    return execution;
  }
}
