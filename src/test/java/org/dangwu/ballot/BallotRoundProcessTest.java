package org.dangwu.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageInMemProcessEngineConfiguration;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.dangwu.models.Models;
import org.dangwu.models.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Walks every path of a ballot; together all nodes and flows. */
class BallotRoundProcessTest {

  private static final Map<String, Object> FACTS = new HashMap<>();
  private static final List<String> CALLED = new ArrayList<>();

  @RegisterExtension
  static final ProcessEngineCoverageExtension ENGINE =
      ProcessEngineCoverageExtension.builder(configuration())
          .assertClassCoverageAtLeast(1.0)
          .build();

  private String deployment;
  private ProcessInstance ballot;

  @BeforeEach
  void deployModels() throws IOException {
    BpmnAwareTests.init(ENGINE.getProcessEngine());
    CALLED.clear();
    FACTS.clear();
    FACTS.putAll(
        Map.of("ballotOutstanding", "NO", "ballotOnPaper", "NO", "ballotTellersAgree", true));
    FACTS.putAll(
        Map.of("ballotIssued", 3, "ballotCollected", 3, "ballotSpoiled", 0, "ballotIntact", true));
    deployment =
        ENGINE
            .getRepositoryService()
            .createDeployment()
            .addString("ballot-round.bpmn", text("processes/shared/ballot-round.bpmn"))
            .addString("ballot_validity.dmn", text("processes/shared/ballot_validity.dmn"))
            .addString("ballot-repeat.form", text("forms/shared/ballot-repeat.form"))
            .addString("ballot-task.html", text("forms/shared/ballot-task.html"))
            .deploy()
            .getId();
  }

  @AfterEach
  void removeDeployment() {
    BpmnAwareTests.reset();
    ENGINE.getRepositoryService().deleteDeployment(deployment, true);
  }

  @Proves({"B10", "B12", "B14", "C24"})
  @Test
  void whenAllHaveVotedTheBoxIsClosedAndTellersConfirm() {
    start();
    assertThat(assignees("UserTask_CastBallot")).containsExactlyInAnyOrder("p1", "p2", "p3");
    completeAll("UserTask_CastBallot");
    assertThat(ballot).hasPassed("EndEvent_AllCollected", "ServiceTask_CloseRound");
    assertThat(assignees("UserTask_ConfirmCount")).containsExactlyInAnyOrder("t1", "t2");
    completeAll("UserTask_ConfirmCount");
    assertThat(ballot)
        .isEnded()
        .hasPassed(
            "ServiceTask_OpenRound",
            "ServiceTask_CloseRound",
            "ServiceTask_CountRound",
            "BusinessRuleTask_CheckValidity",
            "ServiceTask_ConfirmRound",
            "EndEvent_RoundValid");
    assertThat(CALLED).containsExactly("open", "close", "count", "confirm");
  }

  @Proves({"B13", "C12"})
  @Test
  void whilePrintedSheetsAreOutstandingATellerClosesTheVote() {
    FACTS.put("ballotOutstanding", "YES");
    start();
    completeAll("UserTask_CastBallot");
    assertThat(ballot).isWaitingAt("UserTask_CloseVoting").hasPassed("EndEvent_AccountsVoted");
    completeAll("UserTask_CloseVoting");
    assertThat(ballot).hasPassed("EndEvent_ClosedByTeller").isWaitingAt("UserTask_ConfirmCount");
  }

  @Proves("B10")
  @Test
  void atTheDeadlineTheBoxIsClosedAndOpenSheetsAreWithdrawn() {
    start();
    fire("Timer_VotingDue");
    assertThat(tasks("UserTask_CastBallot")).isEmpty();
    assertThat(ballot).isWaitingAt("UserTask_ConfirmCount");
    assertThat(ballot).hasPassed("EndEvent_DeadlineReached", "Message_BallotClosed");
    assertThat(CALLED).containsExactly("open", "close", "close");
  }

  @Test
  void aBoxClosedFromOutsideIsHeardOf() {
    start();
    ENGINE
        .getRuntimeService()
        .createMessageCorrelation(BallotProcess.MESSAGE_CLOSED)
        .processInstanceId(ballot.getId())
        .correlate();
    runJobs();
    assertThat(ballot).hasPassed("Message_BallotClosed").isWaitingAt("UserTask_ConfirmCount");
  }

  @Proves({"B11", "E11"})
  @Test
  void moreCollectedThanIssuedVoidsTheRoundAndItIsRepeated() {
    FACTS.put("ballotOnPaper", "YES");
    FACTS.put("ballotCollected", 4);
    start();
    completeAll("UserTask_CastBallot");
    completeAll("UserTask_CountPaper");
    completeAll("UserTask_ConfirmCount");
    assertThat(ballot).hasPassed("ServiceTask_AnnulRound").isWaitingAt("UserTask_ScheduleRepeat");
    assertThat(assignees("UserTask_ScheduleRepeat")).containsExactly("r1");
    FACTS.put("ballotCollected", 3);
    Task schedule = tasks("UserTask_ScheduleRepeat").get(0);
    ENGINE
        .getTaskService()
        .complete(schedule.getId(), Map.of("ballotRepeatDate", new Date(4_000_000_000_000L)));
    assertThat(assignees("UserTask_CastBallot")).containsExactlyInAnyOrder("p1", "p2", "p3");
    completeAll("UserTask_CastBallot");
    completeAll("UserTask_CountPaper");
    completeAll("UserTask_ConfirmCount");
    assertThat(ballot).isEnded();
    assertThat(CALLED)
        .containsExactly(
            "open", "close", "count", "annul", "repeat", "open", "close", "count", "confirm");
  }

  @Test
  void namesInJavaAreThoseOfTheModel() throws Exception {
    String model =
        text("processes/shared/ballot-round.bpmn") + text("forms/shared/ballot-repeat.form");
    for (var type : List.of(BallotProcess.class, BallotProcess.Tasks.class)) {
      for (var field : type.getDeclaredFields()) {
        // the caller hands over the round; the valid sheets are for whoever reads the counts
        if (field.getType() == String.class
            && !List.of("ROUND", "VALID").contains(field.getName())) {
          assertThat(model).as(field.getName()).contains((String) field.get(null));
        }
      }
    }
  }

  @Test
  void noTaskOfABallotTakesAVariableBesidesTheDayOfItsRepetition() {
    Models.all().stream()
        .filter(model -> model.file().endsWith("ballot-round.bpmn"))
        .flatMap(
            model -> model.elements(org.camunda.bpm.model.bpmn.instance.UserTask.class).stream())
        .forEach(task -> assertThat(Models.property(task, "inputs")).as(task.getId()).isEmpty());
  }

  private void start() {
    ballot =
        ENGINE
            .getRuntimeService()
            .startProcessInstanceByKey(BallotProcess.KEY, Map.of("ballotRound", "round-1"));
    runJobs();
  }

  private void completeAll(String element) {
    tasks(element).forEach(task -> ENGINE.getTaskService().complete(task.getId()));
    runJobs();
  }

  private List<Task> tasks(String element) {
    return ENGINE.getTaskService().createTaskQuery().taskDefinitionKey(element).list();
  }

  private List<String> assignees(String element) {
    return tasks(element).stream().map(Task::getAssignee).toList();
  }

  private void fire(String timer) {
    Job job =
        ENGINE.getManagementService().createJobQuery().activityId(timer).timers().singleResult();
    ENGINE.getManagementService().executeJob(job.getId());
    runJobs();
  }

  private void runJobs() {
    for (List<Job> jobs = messages(); !jobs.isEmpty(); jobs = messages()) {
      ENGINE.getManagementService().executeJob(jobs.get(0).getId());
    }
  }

  private List<Job> messages() {
    return ENGINE.getManagementService().createJobQuery().messages().withRetriesLeft().list();
  }

  private static ProcessEngineConfiguration configuration() {
    ProcessCoverageInMemProcessEngineConfiguration engine =
        new ProcessCoverageInMemProcessEngineConfiguration();
    Map<Object, Object> beans = new HashMap<>();
    beans.put("withoutTenant", (ExecutionListener) start -> {});
    beans.put("openBallotRound", (JavaDelegate) BallotRoundProcessTest::open);
    beans.put("closeBallotRound", (JavaDelegate) BallotRoundProcessTest::close);
    beans.put("countBallotRound", (JavaDelegate) BallotRoundProcessTest::count);
    beans.put("confirmBallotRound", (JavaDelegate) execution -> CALLED.add("confirm"));
    beans.put("annulBallotRound", (JavaDelegate) execution -> CALLED.add("annul"));
    beans.put("repeatBallotRound", (JavaDelegate) execution -> CALLED.add("repeat"));
    engine.setBeans(beans);
    return engine
        .setProcessEngineName("ballot-" + UUID.randomUUID())
        .setJdbcUrl("jdbc:h2:mem:ballot-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1")
        .setJobExecutorActivate(false)
        .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
        .setHistory(ProcessEngineConfiguration.HISTORY_FULL);
  }

  private static void open(DelegateExecution execution) {
    CALLED.add("open");
    execution.setVariable("ballotVoters", List.of("p1", "p2", "p3"));
    execution.setVariable("ballotTellers", List.of("t1", "t2"));
    execution.setVariable("ballotRecorder", "r1");
    execution.setVariable("ballotTitle", "民主测评");
    execution.setVariable("ballotDueDate", new Date(4_000_000_000_000L));
    execution.setVariable("ballotChiefTeller", "t1");
    execution.setVariable("ballotOutstanding", FACTS.get("ballotOutstanding"));
    execution.setVariable("ballotOnPaper", FACTS.get("ballotOnPaper"));
  }

  /** The box tells the process that it is closed, as the real one does. */
  private static void close(DelegateExecution execution) {
    CALLED.add("close");
    if (execution.getCurrentActivityId().equals("ServiceTask_CloseAtDeadline")) {
      execution
          .getProcessEngineServices()
          .getRuntimeService()
          .createMessageCorrelation(BallotProcess.MESSAGE_CLOSED)
          .processInstanceId(execution.getProcessInstanceId())
          .correlate();
    }
  }

  private static void count(DelegateExecution execution) {
    CALLED.add("count");
    FACTS.forEach(
        (name, value) -> {
          if (!name.equals("ballotOutstanding") && !name.equals("ballotOnPaper")) {
            execution.setVariable(name, value);
          }
        });
  }

  private static String text(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
