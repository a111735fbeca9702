package org.dangwu.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FiredTimersTest {

  private static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");

  /** Two people work at once; deadlines hang on the task and on the part of each. */
  private static final String MODEL =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
        <process id="p" isExecutable="true" camunda:historyTimeToLive="P1D">
          <startEvent id="start"/>
          <sequenceFlow id="f1" sourceRef="start" targetRef="part"/>
          <subProcess id="part">
            <multiInstanceLoopCharacteristics
                camunda:collection="${people}" camunda:elementVariable="person"/>
            <startEvent id="begun"/>
            <sequenceFlow id="f2" sourceRef="begun" targetRef="work"/>
            <userTask id="work"/>
            <boundaryEvent id="reminder" attachedToRef="work" cancelActivity="false">
              <timerEventDefinition><timeDate xsi:type="tFormalExpression">${due}</timeDate>
              </timerEventDefinition>
            </boundaryEvent>
            <boundaryEvent id="again" attachedToRef="work" cancelActivity="false">
              <timerEventDefinition><timeCycle xsi:type="tFormalExpression">R/P3D</timeCycle>
              </timerEventDefinition>
            </boundaryEvent>
            <subProcess id="late" triggeredByEvent="true">
              <startEvent id="overdue" isInterrupting="false">
                <timerEventDefinition><timeDate xsi:type="tFormalExpression">${due}</timeDate>
                </timerEventDefinition>
              </startEvent>
            </subProcess>
          </subProcess>
          <subProcess id="closing" triggeredByEvent="true">
            <startEvent id="closed">
              <timerEventDefinition><timeDate xsi:type="tFormalExpression">${closing}</timeDate>
              </timerEventDefinition>
            </startEvent>
            <sequenceFlow id="f3" sourceRef="closed" targetRef="tidy"/>
            <userTask id="tidy"/>
          </subProcess>
        </process>
      </definitions>
      """;

  private ProcessEngine engine;
  private FiredTimers fired;
  private String instance;

  @BeforeEach
  void startWhatIsDueTomorrow() {
    engine =
        new StandaloneInMemProcessEngineConfiguration()
            .setProcessEngineName(UUID.randomUUID().toString())
            .setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID())
            .setJobExecutorActivate(false)
            .buildProcessEngine();
    engine.getRepositoryService().createDeployment().addString("p.bpmn", MODEL).deploy();
    instance =
        engine
            .getRuntimeService()
            .startProcessInstanceByKey(
                "p", Map.of("people", List.of("a", "b"), "due", inDays(1), "closing", inDays(90)))
            .getId();
    fired = new FiredTimers(engine, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void firedTimersComeAgainOnTheNewDayOnceForEachWhoStillWorks() {
    fire("reminder");
    fire("overdue");
    assertThat(jobs("reminder")).isEmpty();
    engine.getRuntimeService().setVariable(instance, "due", inDays(14));

    assertThat(fired.renew(instance)).containsExactly("overdue", "reminder");

    assertThat(jobs("reminder")).hasSize(2).extracting(Job::getDuedate).containsOnly(inDays(14));
    assertThat(jobs("overdue")).hasSize(2).extracting(Job::getDuedate).containsOnly(inDays(14));
    assertThat(fired.renew(instance)).as("asked again").isEmpty();
    fire("reminder");
    assertThat(jobs("reminder")).as("they fire like the first").isEmpty();
  }

  @Test
  void onlyThatOfThePersonWhoStillWorksAndWhoseOwnHasFired() {
    engine.getManagementService().executeJob(jobs("reminder").get(0).getId());
    engine.getRuntimeService().setVariable(instance, "due", inDays(14));
    fired.renew(instance);
    assertThat(jobs("reminder")).extracting(Job::getDuedate).contains(inDays(1), inDays(14));

    fire("reminder");
    engine
        .getTaskService()
        .complete(engine.getTaskService().createTaskQuery().list().get(0).getId());
    fired.renew(instance);
    assertThat(jobs("reminder")).hasSize(1);
  }

  @Test
  void dayThatHasPassedAndTimersThatWaitOrComeByThemselvesStayAsTheyAre() {
    int cycles = jobs("again").size();
    assertThat(fired.renew(instance)).as("nothing has fired").isEmpty();
    fire("reminder");
    engine.getRuntimeService().setVariable(instance, "due", inDays(-1));

    assertThat(fired.renew(instance)).isEmpty();
    assertThat(jobs("reminder")).isEmpty();
    assertThat(jobs("again")).hasSize(cycles);
  }

  @Test
  void whatWasInterruptedIsNotInterruptedAgain() {
    fire("closed");
    engine.getRuntimeService().setVariable(instance, "closing", inDays(120));

    assertThat(fired.renew(instance)).isEmpty();
    assertThat(jobs("closed")).isEmpty();
    assertThat(engine.getTaskService().createTaskQuery().list()).hasSize(1);
  }

  private void fire(String event) {
    jobs(event).forEach(job -> engine.getManagementService().executeJob(job.getId()));
  }

  private List<Job> jobs(String event) {
    return engine.getManagementService().createJobQuery().activityId(event).list();
  }

  private static Date inDays(int days) {
    return Date.from(NOW.plus(days, ChronoUnit.DAYS));
  }
}
