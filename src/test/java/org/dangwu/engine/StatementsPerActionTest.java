package org.dangwu.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.dangwu.testing.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Every statement is a journey to the database that a user waits for. The limits are what was
 * counted; lower them when a change saves statements, and think twice before raising one.
 */
@IntegrationTest
@Import(StatementsPerActionTest.Counting.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementsPerActionTest {

  private static final String MODEL = "counted";
  private static final String MEMBER = "counted1";
  private static final String GROUP = "member-counted";

  private static final int START = 13;
  private static final int CLAIM = 15;
  private static final int COMPLETION = 43;

  @TestConfiguration
  static class Counting {

    static final StatementCounter COUNTER = new StatementCounter();

    @Bean
    static BeanPostProcessor countingDataSource() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return bean instanceof DataSource dataSource ? COUNTER.wrap(dataSource) : bean;
        }
      };
    }
  }

  @Autowired private RepositoryService repository;
  @Autowired private RuntimeService runtime;
  @Autowired private TaskService tasks;
  @Autowired private FormService forms;
  @Autowired private IdentityService identity;

  @BeforeAll
  void deployAndWarmUp() throws Exception {
    repository.createDeployment().addModelInstance(MODEL + ".bpmn", model()).deploy();
    // parsing the model and filling caches is not part of an action
    complete(claim(start()));
  }

  @AfterEach
  void logOut() {
    identity.clearAuthentication();
  }

  @Test
  void startingAnInstanceSendsNoMoreStatementsThanCounted() throws Exception {
    var counted = Counting.COUNTER.count(this::start);

    assertThat(counted.executions()).as("%s", counted.byStatement()).isBetween(1, START);
  }

  @Test
  void claimingATaskSendsNoMoreStatementsThanCounted() throws Exception {
    String instance = start();

    var counted = Counting.COUNTER.count(() -> claim(instance));

    assertThat(counted.executions()).as("%s", counted.byStatement()).isBetween(1, CLAIM);
  }

  @Test
  void completingAMembersTaskSendsNoMoreStatementsThanCounted() throws Exception {
    String task = claim(start());

    var counted = Counting.COUNTER.count(() -> complete(task));

    assertThat(counted.executions()).as("%s", counted.byStatement()).isBetween(1, COMPLETION);
  }

  private String start() {
    return runtime
        .startProcessInstanceByKey(MODEL, Map.of("member", MEMBER, "matter", "LM-2026-1"))
        .getId();
  }

  private String claim(String instance) {
    String task = tasks.createTaskQuery().processInstanceId(instance).singleResult().getId();
    asMember(() -> tasks.claim(task, MEMBER));
    return task;
  }

  private void complete(String task) {
    asMember(() -> forms.submitTaskForm(task, Map.of("decision", "agreed")));
  }

  private void asMember(Runnable action) {
    identity.setAuthentication(MEMBER, List.of(GROUP), List.of());
    try {
      action.run();
    } finally {
      identity.clearAuthentication();
    }
  }

  private static BpmnModelInstance model() {
    BpmnModelInstance model =
        Bpmn.createExecutableProcess(MODEL)
            .camundaHistoryTimeToLiveString("P180D")
            .startEvent()
            .userTask("UserTask_Member")
            .camundaCandidateGroups(GROUP)
            .endEvent()
            .done();
    CamundaProperty inputs = model.newInstance(CamundaProperty.class);
    inputs.setCamundaName("inputs");
    inputs.setCamundaValue("decision:text!");
    CamundaProperties properties = model.newInstance(CamundaProperties.class);
    properties.getCamundaProperties().add(inputs);
    UserTask task = model.getModelElementById("UserTask_Member");
    task.builder().addExtensionElement(properties);
    return model;
  }
}
