package org.dangwu.security;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.dangwu.engine.SubmissionRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** What a browser gets when a rule is in the way, and what the log says of it. */
@SecurityTest
@Import(RefusedSubmissionTest.Guard.class)
class RefusedSubmissionTest {

  private static final String SENTENCE = "请先在卷宗写明会议地点，再办结。";
  private static final String WEBAPP = "/camunda/api/engine/engine/default";
  private static final String AGREED = "{\"variables\":{\"agreed\":{\"value\":true}}}";

  @Autowired private TestUsers people;
  @Autowired private RepositoryService repository;
  @Autowired private RuntimeService runtime;
  @Autowired private TaskService tasks;
  @LocalServerPort private int port;

  private Deployment probe;
  private String user;
  private Visitor visitor;
  private Task task;
  private final Logger everything = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final Level before = everything.getLevel();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  /** Refuses inside the completing transaction, after it has set a fact. */
  @TestConfiguration
  static class Guard {

    @Bean
    CompletionGuard refusingGuard() {
      return RefusedSubmissionTest::refuse;
    }
  }

  private static void refuse(CompletingTask completing) {
    if (completing.elementId().equals("UserTask_Page")) {
      completing.setVariable("halfSaved", true);
      throw new SubmissionRefused(SENTENCE);
    }
  }

  @BeforeEach
  void bringATaskToAPerson() {
    probe =
        repository
            .createDeployment()
            .name("probe")
            .addClasspathResource("probe/probe.bpmn")
            .addClasspathResource("probe/probe.form")
            .deploy();
    user = people.with(SystemGroups.PROCESS_OWNERS);
    visitor = new Visitor(port);
    String instance =
        runtime
            .createProcessInstanceByKey("probe")
            .startBeforeActivity("UserTask_Page")
            .execute()
            .getId();
    task = tasks.createTaskQuery().processInstanceId(instance).singleResult();
    tasks.setAssignee(task.getId(), user);
    log.start();
    everything.addAppender(log);
    everything.setLevel(Level.INFO);
  }

  @AfterEach
  void removeProbe() {
    everything.detachAppender(log);
    everything.setLevel(before);
    repository.deleteDeployment(probe.getId(), true);
  }

  @Test
  void tasklistGetsTheSentenceOfAGuardAndNothingIsSaved() {
    visitor.login(user, TestUsers.PASSWORD);
    visitor.get("/camunda/app/tasklist/default/");

    HttpResponse<String> answer =
        submit(
            WEBAPP + "/task/" + task.getId() + "/submit-form",
            AGREED,
            Map.of("X-XSRF-TOKEN", visitor.cookie("XSRF-TOKEN")));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"message\":\"" + SENTENCE + "\"");
    nothingIsSaved();
    theLogHoldsOneLineWithoutContent();
  }

  @Test
  void theRestInterfaceAnswersTheSameOnBothWaysToComplete() {
    for (String way : new String[] {"/submit-form", "/complete"}) {
      HttpResponse<String> answer =
          submit(
              "/engine-rest/task/" + task.getId() + way,
              AGREED,
              Visitor.basic(user, TestUsers.PASSWORD));

      assertThat(answer.statusCode()).as(way).isEqualTo(400);
      assertThat(answer.body()).as(way).contains("\"message\":\"" + SENTENCE + "\"");
    }
    nothingIsSaved();
  }

  @Test
  void aWrongFieldIsAnsweredInTheSameWay() {
    HttpResponse<String> answer =
        submit(
            "/engine-rest/task/" + task.getId() + "/submit-form",
            "{\"variables\":{\"unknown\":{\"value\":1}}}",
            Visitor.basic(user, TestUsers.PASSWORD));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("unknown").doesNotContain("Cannot submit");
  }

  @Test
  void otherErrorsKeepTheEnginesAnswer() {
    HttpResponse<String> answer =
        submit(
            "/engine-rest/task/" + task.getId() + "/submit-form",
            "{\"variables\":{\"agreed\":{\"value\":\"x\",\"type\":\"NoSuchType\"}}}",
            Visitor.basic(user, TestUsers.PASSWORD));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("Cannot submit task form");
  }

  private void nothingIsSaved() {
    assertThat(runtime.getVariables(task.getProcessInstanceId())).isEmpty();
    assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isEqualTo(1);
  }

  private void theLogHoldsOneLineWithoutContent() {
    assertThat(log.list)
        .filteredOn(line -> line.getLoggerName().matches("org\\.(camunda|dangwu)\\..*"))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.getFormattedMessage())
                  .isEqualTo("The submission for task " + task.getId() + " was refused");
              assertThat(line.getThrowableProxy()).isNull();
            });
  }

  private HttpResponse<String> submit(String path, String json, Map<String, String> headers) {
    return visitor.api("POST", path, json, new LinkedHashMap<>(headers));
  }
}
