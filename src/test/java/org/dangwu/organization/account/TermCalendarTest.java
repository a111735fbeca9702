package org.dangwu.organization.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.dangwu.organization.Organizations;
import org.dangwu.organization.Role;
import org.dangwu.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;
import org.springframework.test.context.TestPropertySource;

@IntegrationTest
@ActiveProfiles({"test", "demo"})
@TestPropertySource(
    properties = "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1")
@TestConstructor(autowireMode = AutowireMode.ALL)
class TermCalendarTest {

  private final TermCalendar calendar;
  private final Organizations organizations;
  private final IdentityService identity;
  private final JdbcClient jdbc;
  private final Clock clock;

  TermCalendarTest(
      TermCalendar calendar,
      Organizations organizations,
      IdentityService identity,
      JdbcClient jdbc,
      Clock clock) {
    this.calendar = calendar;
    this.organizations = organizations;
    this.identity = identity;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Test
  void groupsEndAndBeginWithTheTerm() {
    String recorder = organizations.holders(Role.RECORDER, "YL02").get(0);
    assertThat(groups(recorder)).contains("recorder-YL02");

    endTerm(recorder, LocalDate.now(clock).minusDays(1));
    calendar.turnOfDay();
    assertThat(groups(recorder)).doesNotContain("recorder-YL02").contains("partymember-YLJ0201");

    endTerm(recorder, null);
    calendar.turnOfDay();
    assertThat(groups(recorder)).contains("recorder-YL02");
  }

  private void endTerm(String person, LocalDate day) {
    jdbc.sql("update organization_position set term_to = ? where person_id = ?")
        .params(day == null ? null : Date.valueOf(day), person)
        .update();
  }

  private Set<String> groups(String user) {
    return identity.createGroupQuery().groupMember(user).list().stream()
        .map(Group::getId)
        .collect(Collectors.toSet());
  }
}
