package org.dangwu.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.testing.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class EngineTest {

  @Autowired private ProcessEngine engine;
  @Autowired private RepositoryService repository;
  @Autowired private RuntimeService runtime;
  @Autowired private TaskService tasks;
  @Autowired private FormService forms;
  @Autowired private HistoryService history;
  @Autowired private IdentityService identity;
  @Autowired private ModelDeployment models;
  @Autowired private DataSource dataSource;

  private Deployment probe;

  @BeforeEach
  void deployProbe() {
    probe =
        repository
            .createDeployment()
            .name("probe")
            .addClasspathResource("probe/probe.bpmn")
            .addClasspathResource("probe/probe.form")
            .deploy();
  }

  @AfterEach
  void removeProbe() {
    identity.clearAuthentication();
    repository.deleteDeployment(probe.getId(), true);
  }

  @Test
  void tasksAreFoundByParentWithAnIndex() throws SQLException {
    assertThat(indexedColumns("ACT_RU_TASK")).contains("PARENT_TASK_ID_");
  }

  @Test
  void dueJobsAreFoundWithAnIndexOnTypeAndDueDate() throws SQLException {
    assertThat(indexNames("ACT_RU_JOB")).contains("IDX_DANGWU_JOB_TYPE_DUE");
  }

  @Test
  void eachProcedureFolderIsOneNamedDeploymentThatStaysWhileItsFilesStay() {
    long before = repository.createDeploymentQuery().deploymentName("life-meeting").count();
    models.afterSingletonsInstantiated();

    assertThat(before).isEqualTo(1);
    assertThat(repository.createDeploymentQuery().deploymentName("life-meeting").count())
        .isEqualTo(1);
    assertThat(repository.createDeploymentQuery().deploymentName("shared").count()).isEqualTo(1);
  }

  @Test
  void theEngineIsSetUpAsTheRulesOfSecrecyAndRetentionAsk() {
    ProcessEngineConfigurationImpl configuration =
        (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();

    assertThat(configuration.isAuthorizationEnabled()).isTrue();
    assertThat(configuration.getAuthorizationCheckRevokes()).isEqualTo("never");
    assertThat(configuration.isTenantCheckEnabled()).isTrue();
    assertThat(configuration.getDefaultSerializationFormat()).isEqualTo("application/json");
    assertThat(configuration.getHistoryLevel().getName()).isEqualTo("full");
    assertThat(configuration.getHistoryTimeToLive()).isEqualTo("P3650D");
    assertThat(configuration.getHistoryCleanupBatchWindowStartTime()).isEqualTo("01:00");
    assertThat(configuration.getDefaultUserPermissionNameForTask()).isEqualTo("TASK_WORK");
    assertThat(configuration.isEnableExpressionsInAdhocQueries()).isFalse();
    assertThat(configuration.isTaskMetricsEnabled()).isFalse();
    assertThat(configuration.isCmmnEnabled()).isFalse();
  }

  @Test
  void modelsSeeNoBeanThatIsNotMeantForThem() {
    ProcessEngineConfigurationImpl configuration =
        (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();

    assertThat(configuration.getBeans().containsKey("dataSource")).isFalse();
    assertThat(configuration.getBeans().containsKey("procedureStart")).isTrue();
    assertThat(configuration.getBeans().keySet())
        .allMatch(name -> configuration.getBeans().containsKey(name));
  }

  @Test
  void listsSetByTheApplicationAreStoredAsJson() {
    String instance =
        runtime
            .startProcessInstanceByKey("probe", Map.of("people", new ArrayList<>(List.of("p1"))))
            .getId();

    assertThat(runtime.getVariableTyped(instance, "people", false).toString())
        .contains("application/json");
  }

  @Test
  void aFormIsCheckedOnTheServerAndDatesBecomeDates() {
    Task task = startAndClaim("alice");

    assertThatThrownBy(() -> forms.submitTaskForm(task.getId(), Map.of("count", 999)))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessage("“人数”不得大于 100。");
    assertThatThrownBy(() -> tasks.complete(task.getId(), Map.of("count", 5, "approved", true)))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining("approved");
    assertThat(runtime.getVariables(task.getProcessInstanceId())).isEmpty();

    forms.submitTaskForm(task.getId(), Map.of("count", 5, "day", "2026-12-01"));

    assertThat(runtime.getVariable(task.getProcessInstanceId(), "day")).isInstanceOf(Date.class);
  }

  @Test
  void aTaskWithAPageTakesOnlyItsDeclaredInputs() {
    Task first = startAndClaim("alice");
    tasks.complete(first.getId(), Map.of("count", 5));
    Task page = tasks.createTaskQuery().taskDefinitionKey("UserTask_Page").singleResult();

    assertThatThrownBy(() -> tasks.complete(page.getId())).hasMessageContaining("agreed");
    assertThatThrownBy(() -> tasks.complete(page.getId(), Map.of("agreed", true, "x", 1)))
        .hasMessageContaining("x");
    tasks.complete(page.getId(), Map.of("agreed", true));

    assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("probe").count()).isZero();
  }

  @Test
  void onlyTheOneWhoClaimedATaskMayCompleteIt() {
    Task task = startAndClaim("alice");
    identity.setAuthenticatedUserId("bob");

    assertThatThrownBy(() -> tasks.complete(task.getId(), Map.of("count", 5)))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessage("该任务已由他人签收，请刷新任务列表。");
  }

  @Test
  void twoPeopleCompletingTheSameTaskAtOnceGiveOneSuccessAndOneClearAnswer() throws Exception {
    Task task = startAndClaim("alice");
    CyclicBarrier together = new CyclicBarrier(2);
    Callable<String> attempt =
        () -> {
          together.await();
          try {
            tasks.complete(task.getId(), Map.of("count", 5));
            return "done";
          } catch (SubmissionRefused refused) {
            return refused.getMessage();
          }
        };

    ExecutorService pool = Executors.newFixedThreadPool(2);
    List<String> answers = new ArrayList<>();
    for (Future<String> answer : pool.invokeAll(List.of(attempt, attempt))) {
      answers.add(answer.get());
    }
    pool.shutdown();

    assertThat(answers).containsOnlyOnce("done");
    assertThat(answers).anyMatch(text -> text.contains("请刷新任务列表"));
    assertThat(tasks.createTaskQuery().taskDefinitionKey("UserTask_Page").count()).isEqualTo(1);
  }

  @Test
  void commentsAttachmentsAndErrorsFromUsersAreRefused() {
    Task task = startAndClaim("alice");

    assertThatThrownBy(() -> tasks.createComment(task.getId(), null, "意见"))
        .hasMessageContaining("卷宗");
    assertThatThrownBy(
            () -> tasks.createAttachment("url", task.getId(), null, "a", "b", "http://localhost"))
        .hasMessageContaining("卷宗");
    assertThatThrownBy(() -> tasks.handleBpmnError(task.getId(), "X"))
        .isInstanceOf(SubmissionRefused.class);
    assertThat(history.createHistoricTaskInstanceQuery().taskId(task.getId()).singleResult())
        .isNotNull();
  }

  @Test
  void aModelWithoutTimeToLiveOrWithAScriptIsRefused() {
    String script =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
          <process id="scripted" isExecutable="true" camunda:historyTimeToLive="P1D">
            <startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="t"/>
            <scriptTask id="t" scriptFormat="javascript"><script>1</script></scriptTask>
          </process>
        </definitions>
        """;
    Deployment deployed = repository.createDeployment().addString("scripted.bpmn", script).deploy();
    try {
      assertThatThrownBy(() -> runtime.startProcessInstanceByKey("scripted"))
          .isInstanceOf(ProcessEngineException.class);
    } finally {
      repository.deleteDeployment(deployed.getId(), true);
    }
  }

  private Task startAndClaim(String user) {
    runtime.startProcessInstanceByKey("probe");
    Task task = tasks.createTaskQuery().taskDefinitionKey("UserTask_Decide").singleResult();
    tasks.claim(task.getId(), user);
    return tasks.createTaskQuery().taskId(task.getId()).singleResult();
  }

  private Set<String> indexedColumns(String table) throws SQLException {
    return indexes(table, "COLUMN_NAME");
  }

  private Set<String> indexNames(String table) throws SQLException {
    return indexes(table, "INDEX_NAME");
  }

  private Set<String> indexes(String table, String what) throws SQLException {
    Set<String> found = new TreeSet<>();
    try (Connection connection = dataSource.getConnection()) {
      boolean lower = connection.getMetaData().storesLowerCaseIdentifiers();
      String name = lower ? table.toLowerCase(java.util.Locale.ROOT) : table;
      try (ResultSet rows = connection.getMetaData().getIndexInfo(null, null, name, false, false)) {
        while (rows.next()) {
          String value = rows.getString(what);
          if (value != null) {
            found.add(value.toUpperCase(java.util.Locale.ROOT));
          }
        }
      }
    }
    return found;
  }
}
