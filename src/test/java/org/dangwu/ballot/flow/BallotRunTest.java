package org.dangwu.ballot.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.ballot.BallotPlan;
import org.dangwu.ballot.BallotProcess;
import org.dangwu.ballot.Ballots;
import org.dangwu.ballot.PaperCount;
import org.dangwu.ballot.Receipt;
import org.dangwu.ballot.RoundState;
import org.dangwu.ballot.round.PollingStation;
import org.dangwu.ballot.round.Polls;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.models.Proves;
import org.dangwu.testing.IntegrationTest;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Ballots as people hold them: tasks, box and process move together on the whole application. */
@IntegrationTest
@AutoConfigureMockMvc
class BallotRunTest {

  @Autowired private Ballots ballots;
  @Autowired private PollingStation station;
  @Autowired private RuntimeService runtime;
  @Autowired private TaskService tasks;
  @Autowired private ManagementService management;
  @Autowired private HistoryService history;
  @Autowired private IdentityService identity;
  @Autowired private MockMvc web;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;

  private Polls polls;
  private String instance;

  @BeforeEach
  void branch() {
    polls = new Polls(jdbc, clock);
    identity.clearAuthentication();
  }

  @AfterEach
  void signOut() {
    identity.clearAuthentication();
  }

  @Proves({"B10", "B11"})
  @Test
  void aHundredPeopleVoteAtOnceAndTheirTasksEndWithTheirVotes() throws Exception {
    BallotPlan plan = polls.plan(20, 100);
    String round = start(plan);
    assertThat(open(BallotProcess.Tasks.CAST)).hasSize(100);
    List<Callable<Receipt>> all = new ArrayList<>();
    for (String voter : polls.people(100)) {
      all.add(() -> vote(plan, round, voter, "QUALIFIED"));
      all.add(() -> vote(plan, round, voter, "EXCELLENT"));
    }
    ExecutorService threads = Executors.newFixedThreadPool(40);
    int taken = 0;
    for (Future<Receipt> one : threads.invokeAll(all)) {
      taken += one.get() == Receipt.TAKEN ? 1 : 0;
    }
    threads.shutdownNow();
    assertThat(taken).isEqualTo(100);
    assertThat(open(BallotProcess.Tasks.CAST)).isEmpty();
    runJobs();
    sign(round, true);
    assertThat(ballots.find(round).orElseThrow().state()).isEqualTo(RoundState.CONFIRMED);
    assertThat(ballots.results(round).objects())
        .allSatisfy(
            object -> assertThat(object.distribution().orElseThrow().ballots()).isEqualTo(99));
    assertThat(ended()).isTrue();
  }

  @Test
  void theEngineLearnsWhoIsDoneAndCountsOfSheetsButNoGrade() {
    BallotPlan plan = polls.plan(4, 6, polls.withMarker());
    String round = start(plan);
    polls.people(6).forEach(voter -> vote(plan, round, voter, polls.marker.code()));
    runJobs();
    sign(round, true);
    assertThat(history.createHistoricVariableInstanceQuery().processInstanceId(instance).list())
        .isNotEmpty()
        .allSatisfy(
            variable -> {
              assertThat(String.valueOf(variable.getValue())).doesNotContain(polls.marker.code());
              assertThat(variable.getName()).doesNotContain("grade", "choice");
            });
    assertThat(history.createHistoricDetailQuery().processInstanceId(instance).list())
        .allSatisfy(detail -> assertThat(detail.toString()).doesNotContain(polls.marker.code()));
    assertThat(
            jdbc.sql("select count(*) from act_hi_detail where text_ like ? or text2_ like ?")
                .params("%" + polls.marker.code() + "%", "%" + polls.marker.code() + "%")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Proves({"B10", "C24"})
  @Test
  void theTaskAloneIsNoVoteAndNobodyVotesInThePlaceOfAnother() throws Exception {
    BallotPlan plan = polls.plan(4, 6);
    String round = start(plan);
    String voter = polls.person(1);
    Task task = task(BallotProcess.Tasks.CAST, voter);
    assertThatThrownBy(() -> as(voter, () -> tasks.complete(task.getId())))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining("请在本页填写测评票并点击“投票”");
    assertThatThrownBy(
            () ->
                as(voter, () -> tasks.complete(task.getId(), Map.of(polls.person(2), "EXCELLENT"))))
        .isInstanceOf(SubmissionRefused.class);
    identity.saveUser(identity.newUser(voter));
    identity.saveUser(identity.newUser(polls.person(2)));
    identity.setAuthentication(voter, List.of(), List.of());
    web.perform(get("/ballot/task/" + task.getId()).with(user(voter)))
        .andExpect(status().isOk())
        .andExpect(content().string(Matchers.containsString("党员2")));
    identity.setAuthentication(polls.person(2), List.of(), List.of());
    web.perform(get("/ballot/task/" + task.getId()).with(user(polls.person(2))))
        .andExpect(status().isNotFound());
    identity.clearAuthentication();
    assertThat(vote(plan, round, voter, "BASIC")).isEqualTo(Receipt.TAKEN);
    assertThat(ballots.turnout(round).collected()).isEqualTo(1);
  }

  /** A branch's tellers come from other branches, guests keep their relation elsewhere. */
  @Proves({"B10", "B11"})
  @Test
  void peopleOfAnotherCommitteeSeeTheirTasksAndNobodyElsesToo() {
    BallotPlan plan = polls.plan(4, 6);
    String round = ballots.prepare(plan);
    instance =
        runtime
            .startProcessInstanceByKey(
                BallotProcess.KEY, Map.of(BallotProcess.ROUND, round, "organization", polls.branch))
            .getId();
    runJobs();
    for (String person : List.of(polls.person(1), polls.tellers.get(0))) {
      identity.setAuthentication(person, List.of(), List.of("elsewhere"));
      assertThat(tasks.createTaskQuery().processInstanceId(instance).listPage(0, 100))
          .as(person)
          .isNotEmpty()
          .allMatch(
              task ->
                  person.equals(task.getAssignee())
                      || BallotProcess.Tasks.CLOSE.equals(task.getTaskDefinitionKey()));
      identity.clearAuthentication();
    }
    identity.setAuthentication("stranger", List.of(), List.of("elsewhere"));
    assertThat(tasks.createTaskQuery().processInstanceId(instance).count()).isZero();
  }

  @Proves({"B10", "E11"})
  @Test
  void atTheDeadlineOpenSheetsAreWithdrawnAndAnEmptyBoxIsRepeated() {
    BallotPlan plan = polls.plan(4, 6);
    String first = start(plan);
    Job timer =
        management
            .createJobQuery()
            .processInstanceId(instance)
            .activityId("Timer_VotingDue")
            .singleResult();
    management.executeJob(timer.getId());
    runJobs();
    assertThat(open(BallotProcess.Tasks.CAST)).isEmpty();
    assertThatThrownBy(() -> vote(plan, first, polls.person(1), "BASIC"))
        .hasMessageContaining("投票已经截止");
    sign(first, true);
    Task schedule = task(BallotProcess.Tasks.SCHEDULE, polls.recorder);
    assertThat(ballots.find(first).orElseThrow().state()).isEqualTo(RoundState.VOID);
    assertThatThrownBy(
            () -> as(polls.recorder, () -> tasks.complete(schedule.getId(), repeatOn(-1))))
        .hasMessageContaining("请确定今天或者以后的一天");
    as(polls.recorder, () -> tasks.complete(schedule.getId(), repeatOn(2)));
    runJobs();
    String second = (String) runtime.getVariable(instance, BallotProcess.ROUND);
    assertThat(second).isNotEqualTo(first);
    polls.people(6).forEach(voter -> vote(plan, second, voter, "BASIC"));
    runJobs();
    sign(second, true);
    assertThat(ended()).isTrue();
    assertThat(ballots.find(second).orElseThrow().state()).isEqualTo(RoundState.CONFIRMED);
  }

  @Proves({"B11", "E11"})
  @Test
  void morePaperCollectedThanIssuedVoidsTheWholeRound() {
    BallotPlan plan = Polls.with(polls.plan(3, 6), java.util.Optional.empty(), true);
    String round = start(plan);
    polls.people(6).forEach(voter -> vote(plan, round, voter, "BASIC"));
    runJobs();
    String teller = polls.tellers.get(0);
    Task close = task(BallotProcess.Tasks.CLOSE, teller);
    as(teller, () -> tasks.complete(close.getId()));
    runJobs();
    Task paper = task(BallotProcess.Tasks.PAPER, teller);
    assertThatThrownBy(() -> as(teller, () -> tasks.complete(paper.getId())))
        .hasMessageContaining("请先登记纸质票");
    Map<String, Map<String, Integer>> votes = new java.util.HashMap<>();
    plan.objects().forEach(object -> votes.put(object.id(), Map.of("BASIC", 3)));
    ballots.enterPaper(round, new PaperCount(2, 3, 3, 0, votes), teller);
    as(teller, () -> tasks.complete(paper.getId()));
    sign(round, true);
    assertThat(ballots.find(round).orElseThrow().state()).isEqualTo(RoundState.VOID);
    assertThat(task(BallotProcess.Tasks.SCHEDULE, polls.recorder)).isNotNull();
  }

  @Test
  void onlyATellerClosesTheVoteAndAClosedBoxMovesTheProcess() {
    BallotPlan plan = polls.plan(4, 6);
    String round = start(plan);
    Task close = open(BallotProcess.Tasks.CLOSE).get(0);
    tasks.setAssignee(close.getId(), polls.person(1));
    assertThatThrownBy(() -> as(polls.person(1), () -> tasks.complete(close.getId())))
        .hasMessageContaining("只有本轮监票人可以办理");
    vote(plan, round, polls.person(1), "BASIC");
    vote(plan, round, polls.person(2), "BASIC");
    ballots.close(round, polls.tellers.get(1));
    runJobs();
    assertThat(open(BallotProcess.Tasks.CONFIRM))
        .as("rounds held at the same time are told apart")
        .extracting(Task::getName)
        .containsExactly("监票确认（党员民主测评）", "监票确认（党员民主测评）");
    Task confirm = task(BallotProcess.Tasks.CONFIRM, polls.tellers.get(0));
    assertThatThrownBy(() -> as(polls.tellers.get(0), () -> tasks.complete(confirm.getId())))
        .hasMessageContaining("请先在本页签字确认");
    sign(round, false);
    assertThat(ballots.find(round).orElseThrow().state()).isEqualTo(RoundState.VOID);
  }

  private Map<String, Object> repeatOn(int days) {
    LocalDate day = LocalDate.now(clock).plusDays(days);
    return Map.of(
        BallotProcess.REPEAT_DATE, Date.from(day.atStartOfDay(clock.getZone()).toInstant()));
  }

  private String start(BallotPlan plan) {
    String round = ballots.prepare(plan);
    instance =
        runtime
            .startProcessInstanceByKey(BallotProcess.KEY, Map.of(BallotProcess.ROUND, round))
            .getId();
    runJobs();
    return round;
  }

  private Receipt vote(BallotPlan plan, String round, String voter, String grade) {
    identity.setAuthentication(voter, List.of(), List.of());
    try {
      return station.cast(round, voter, Polls.all(plan, voter, grade));
    } finally {
      identity.clearAuthentication();
    }
  }

  private void sign(String round, boolean agrees) {
    for (String teller : polls.tellers) {
      ballots.sign(round, teller, agrees, agrees ? "" : "张数不对");
      Task confirm = task(BallotProcess.Tasks.CONFIRM, teller);
      as(teller, () -> tasks.complete(confirm.getId()));
    }
    runJobs();
  }

  private Task task(String element, String person) {
    return tasks
        .createTaskQuery()
        .processInstanceId(instance)
        .taskDefinitionKey(element)
        .taskAssignee(person)
        .singleResult();
  }

  private List<Task> open(String element) {
    return tasks.createTaskQuery().processInstanceId(instance).taskDefinitionKey(element).list();
  }

  private void as(String person, Runnable work) {
    identity.setAuthentication(person, List.of(), List.of());
    try {
      work.run();
    } finally {
      identity.clearAuthentication();
    }
  }

  private void runJobs() {
    for (List<Job> jobs = messages(); !jobs.isEmpty(); jobs = messages()) {
      jobs.forEach(job -> management.executeJob(job.getId()));
    }
  }

  private List<Job> messages() {
    return management
        .createJobQuery()
        .processInstanceId(instance)
        .messages()
        .withRetriesLeft()
        .list();
  }

  private boolean ended() {
    return runtime.createProcessInstanceQuery().processInstanceId(instance).count() == 0;
  }
}
