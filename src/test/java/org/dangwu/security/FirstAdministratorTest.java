package org.dangwu.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.dangwu.DangwuApplication;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;

@Tag("web")
class FirstAdministratorTest {

  @Test
  void startStopsWithOneSentenceWhenThereIsNoAdministratorAndNoSecret() {
    assertThatThrownBy(() -> start(""))
        .isInstanceOf(AdministratorRequired.class)
        .satisfies(
            failure -> {
              FailureAnalysis analysis = new AdministratorRequiredAnalyzer().analyze(failure);
              assertThat(analysis.getDescription())
                  .isEqualTo("系统中还没有管理员：请设置环境变量 DANGWU_ADMIN_PASSWORD（首位管理员的密码，至少 10 位）后重新启动。");
              assertThat(analysis.getAction()).isNull();
            });
  }

  @Test
  void startRefusesTheDemoPasswordOutsideTheDemo() {
    assertThatThrownBy(() -> start("demo-Password-1"))
        .isInstanceOf(AdministratorRequired.class)
        .hasMessageContaining("DANGWU_ADMIN_PASSWORD")
        .hasMessageContaining("过于简单");
  }

  private static void start(String password) {
    new SpringApplicationBuilder(DangwuApplication.class)
        .profiles("test")
        .web(WebApplicationType.SERVLET)
        .run(
            Arrays.asList("--server.port=0", "--dangwu.security.admin-password=" + password)
                .toArray(String[]::new))
        .close();
  }
}
