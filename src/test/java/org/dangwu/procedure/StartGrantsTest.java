package org.dangwu.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.dangwu.testing.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Of the processes that procedures call, people see the name and nothing else. */
@IntegrationTest
class StartGrantsTest {

  @Autowired private RepositoryService repository;
  @Autowired private RuntimeService runtime;
  @Autowired private FormService forms;
  @Autowired private IdentityService identity;

  @BeforeEach
  void somebodyWithoutAnyRole() {
    identity.setAuthentication("somebody", List.of());
  }

  @AfterEach
  void signOut() {
    identity.clearAuthentication();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "superior-approval",
        "meeting-observation",
        "observer-report",
        "rectification-item"
      })
  void calledProcessIsNamedButStartedByNobody(String key) {
    ProcessDefinition called =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(key)
            .latestVersion()
            .singleResult();

    assertThat(called).as("Tasklist reads the name").isNotNull();
    assertThat(called.getName()).isNotBlank();
    assertThat(
            repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .startablePermissionCheck()
                .count())
        .as("Tasklist offers it for starting")
        .isZero();
    assertThatThrownBy(() -> runtime.startProcessInstanceByKey(key))
        .isInstanceOf(AuthorizationException.class);
    assertThatThrownBy(() -> forms.submitStartForm(called.getId(), Map.of()))
        .isInstanceOf(AuthorizationException.class);
    assertThatThrownBy(
            () ->
                runtime
                    .createProcessInstanceById(called.getId())
                    .startBeforeActivity("any")
                    .execute())
        .isInstanceOf(AuthorizationException.class);
    assertThat(runtime.createProcessInstanceQuery().processDefinitionKey(key).count()).isZero();
  }
}
