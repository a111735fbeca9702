package org.dangwu.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

@SecurityTest
class FirstAdministratorTest {

  private static final String FIRST = "operator";

  @Autowired IdentityService identity;
  @Autowired AuthorizationService authorizations;
  @Autowired StandardAuthorizations standard;
  @Autowired PasswordRules rules;

  private List<String> others;

  @BeforeEach
  void thereIsNoAdministrator() {
    others =
        identity.createUserQuery().memberOfGroup(SystemGroups.ADMINISTRATORS).list().stream()
            .map(User::getId)
            .toList();
    others.forEach(id -> identity.deleteMembership(id, SystemGroups.ADMINISTRATORS));
  }

  @AfterEach
  void restore() {
    identity.deleteUser(FIRST);
    others.forEach(id -> identity.createMembership(id, SystemGroups.ADMINISTRATORS));
  }

  @Test
  void isMadeFromTheSecretAndMayDoEverything() {
    start("Early-Start-2026");

    assertThat(identity.checkPassword(FIRST, "Early-Start-2026")).isTrue();
    assertThat(
            authorizations.isUserAuthorized(
                FIRST,
                List.of(SystemGroups.ADMINISTRATORS),
                Permissions.DELETE,
                Resources.DEPLOYMENT,
                "any"))
        .isTrue();
  }

  @Test
  void stopsTheStartWithOneSentenceWhenTheSecretIsMissing() {
    assertThatThrownBy(() -> start(""))
        .isInstanceOf(AdministratorRequired.class)
        .satisfies(
            failure -> {
              FailureAnalysis analysis = new AdministratorRequiredAnalyzer().analyze(failure);
              assertThat(analysis.getDescription())
                  .isEqualTo("系统中还没有管理员：请设置环境变量 DANGWU_ADMIN_PASSWORD（首位管理员的密码，至少 10 位）后重新启动。");
              assertThat(analysis.getAction()).isNull();
            });
    assertThat(identity.createUserQuery().userId(FIRST).count()).isZero();
  }

  @Test
  void stopsTheStartWhenTheSecretIsADemoPasswordOutsideTheDemo() {
    for (String weak : List.of("demo", "demo-Password-1", "operator-2026", "aaaaaaaaaaaa")) {
      assertThatThrownBy(() -> start(weak))
          .as(weak)
          .isInstanceOf(AdministratorRequired.class)
          .hasMessageStartingWith("环境变量 DANGWU_ADMIN_PASSWORD 中的密码不可用：");
    }
  }

  @Test
  void isLeftAloneWhenOneExists() {
    start("Early-Start-2026");

    start("");

    assertThat(identity.checkPassword(FIRST, "Early-Start-2026")).isTrue();
  }

  @Test
  void isDemoInTheDemo() {
    administrator("", "demo").afterSingletonsInstantiated();

    assertThat(identity.checkPassword(FIRST, "demo")).isTrue();
  }

  private void start(String secret) {
    administrator(secret).afterSingletonsInstantiated();
  }

  private FirstAdministrator administrator(String secret, String... profiles) {
    MockEnvironment environment = new MockEnvironment();
    environment.setActiveProfiles(profiles);
    return new FirstAdministrator(
        identity,
        standard,
        new SecurityProperties(
            FIRST, secret, 10, 100, Duration.ofMinutes(10), Duration.ofSeconds(30)),
        rules,
        new PageShell(environment));
  }
}
