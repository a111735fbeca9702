package org.dangwu.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.dangwu.organization.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Steps 通知 in a running engine: retried jobs, loops, mistakes in the model. */
@NotificationTest
class NotificationDelegateTest {

  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired ManagementService management;
  @Autowired Inbox inbox;
  @Autowired JdbcClient jdbc;

  County county;
  String recorder;

  @BeforeEach
  void people() {
    county = new County(jdbc);
    recorder = county.appoint("recorder", Role.RECORDER, county.bureau);
  }

  @Test
  void messageExistsOnlyWhenTheStepCommitsAndARetriedJobNotifiesOnce() {
    deploy(
        Bpmn.createExecutableProcess("notify-and-fail")
            .camundaHistoryTimeToLiveString("P30D")
            .startEvent()
            .serviceTask("first")
            .camundaAsyncBefore()
            .camundaDelegateExpression("${notification}")
            .camundaInputParameter("event", "meeting-fixed")
            .camundaInputParameter("due", "${meetingDate}")
            .serviceTask("second")
            .camundaDelegateExpression("${notification}")
            .camundaInputParameter("event", "${secondEvent}")
            .endEvent()
            .done());
    ProcessInstance instance = start("notify-and-fail", Map.of("secondEvent", "tea-time"));
    Job job = job(instance);

    assertThatThrownBy(() -> management.executeJob(job.getId()))
        .isInstanceOf(NotificationRefused.class)
        .hasMessageContaining("tea-time");
    assertThat(subjects()).as("the first message went with the failed step").isEmpty();

    county.appoint("recorder", Role.ARCHIVIST, county.bureau);
    runtime.setVariable(instance.getId(), "secondEvent", "archived");
    management.executeJob(job.getId());

    assertThat(subjects())
        .containsExactlyInAnyOrder("县水务局党组2026年度民主生活会定于2026年12月10日召开", "县水务局党组2026年度民主生活会材料已归档");
  }

  @Test
  void everyPassOfALoopNotifiesAnew() {
    deploy(
        Bpmn.createExecutableProcess("notify-in-a-loop")
            .camundaHistoryTimeToLiveString("P30D")
            .startEvent()
            .serviceTask("notify")
            .camundaDelegateExpression("${notification}")
            .camundaInputParameter("event", "approval-returned")
            .multiInstance()
            .sequential()
            .cardinality("2")
            .multiInstanceDone()
            .endEvent()
            .done());
    county.appoint("office", Role.OFFICE, county.bureau);

    start("notify-in-a-loop", Map.of());

    assertThat(subjects()).hasSize(2);
  }

  @Test
  void stepWithoutEventSaysWhatIsMissing() {
    deploy(
        Bpmn.createExecutableProcess("notify-nothing")
            .camundaHistoryTimeToLiveString("P30D")
            .startEvent()
            .serviceTask("notify")
            .camundaDelegateExpression("${notification}")
            .endEvent()
            .done());

    assertThatThrownBy(() -> start("notify-nothing", Map.of()))
        .hasStackTraceContaining("请在模型的通知步骤中填写输入参数 event");
  }

  private void deploy(BpmnModelInstance model) {
    repository.createDeployment().addModelInstance("notify.bpmn", model).deploy();
  }

  private ProcessInstance start(String key, Map<String, Object> more) {
    Map<String, Object> variables = new java.util.HashMap<>(more);
    variables.put("caseId", county.caseId);
    variables.put("organization", county.bureau);
    variables.put(
        "meetingDate",
        Date.from(LocalDate.of(2026, 12, 10).atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant()));
    return runtime.startProcessInstanceByKey(key, variables);
  }

  private Job job(ProcessInstance instance) {
    return management.createJobQuery().processInstanceId(instance.getId()).singleResult();
  }

  private List<String> subjects() {
    return inbox.latest(recorder, 10).stream().map(InboxMessage::subject).toList();
  }
}
