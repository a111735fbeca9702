package org.dangwu.disposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.lang.reflect.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.dangwu.disposal.DisposalProcess.Tasks;
import org.dangwu.models.Models;
import org.dangwu.models.Proves;
import org.dangwu.worksheet.CalledModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Walks every path of a disposal; together all nodes and flows. */
class DisposalProcessTest {

  private static final Date DUE = Date.from(Instant.now().plus(15, ChronoUnit.DAYS));

  private static final CalledModel MODEL =
      new CalledModel()
          .delegate(
              "disposalOpening",
              Map.of(
                  "disposalNeeded", "NO",
                  "decided", "NO",
                  "executed", "NO",
                  "appealRevoked", "NO",
                  "reminderCycle", "R/P3D"))
          .delegate("disposalInforming", Map.of("replyDueDate", DUE))
          .delegate("disposalVote", Map.of("approvalDueDate", DUE))
          .delegate("disposalClosing", Map.of())
          .delegate("disposalAppeal", Map.of())
          .end("disposalEnd")
          .bean("disposalPeople", new People());

  @RegisterExtension
  static final ProcessEngineCoverageExtension ENGINE =
      ProcessEngineCoverageExtension.builder(MODEL.configuration)
          .assertClassCoverageAtLeast(1.0)
          .build();

  private ProcessInstance disposal;

  @BeforeEach
  void deploy() {
    BpmnAwareTests.init(ENGINE.getProcessEngine());
    MODEL.deploy(ENGINE.getProcessEngine(), "disposal.bpmn", "assembly_vote.dmn");
  }

  /** In the test itself: the coverage counts only what happens there. */
  private void start() {
    disposal =
        MODEL.begin(
            DisposalProcess.KEY,
            Map.of("caseId", "c", "organization", "B1", "year", 2026, "disposalId", "d1"));
  }

  @AfterEach
  void remove() {
    BpmnAwareTests.reset();
    MODEL.remove();
  }

  @Proves({"D01", "D04", "D08", "B25"})
  @Test
  void aTimeLimitIsDecidedCheckedInBetweenAndLiftedAtItsEnd() {
    start();
    assertThat(MODEL.groups(Tasks.PROPOSE))
        .containsExactlyInAnyOrder("secretary-B1", "committee-B1");
    propose("withDeadline");
    assertThat(MODEL.task(Tasks.TALK).getAssignee()).isEqualTo("t1");
    talk();
    assertThat(MODEL.recipients).containsExactly("t1", "t2");
    assertThat(disposal).isWaitingAt(Tasks.PRE_REVIEW);
    MODEL.complete(Tasks.PRE_REVIEW, Map.of("reviewed", "YES"));
    assertThat(disposal).as("a time limit needs no superior").isWaitingAt(Tasks.CALL_ASSEMBLY);
    assemble(16, 9, 9);
    approveAndAnnounce();
    MODEL.fire("Timer_MidTerm");
    assertThat(MODEL.groups(Tasks.CHECK)).contains("committee-B1");
    MODEL.complete(Tasks.CHECK);
    MODEL.fire("Timer_CorrectionDue");
    assertThat(MODEL.told).endsWith("disposal-expired");
    MODEL.complete(Tasks.EXPIRY, Map.of("corrected", "YES"));
    MODEL.complete(Tasks.REGISTER, Map.of("executed", "YES"));
    MODEL.fire("Timer_AppealWindow");
    assertThat(disposal).isEnded();
    assertThat(MODEL.ran).endsWith("disposalClosing", "disposalEnd");
    assertThat(MODEL.told)
        .contains("disposal-check", "disposal-decided")
        .endsWith("disposal-closed");
  }

  @Proves({"D02", "D08"})
  @Test
  void whoDoesNotImproveIsAdvisedToLeaveAndWhoRefusesIsRemoved() {
    start();
    decide("withDeadline");
    MODEL.fire("Timer_CorrectionDue");
    MODEL.complete(Tasks.EXPIRY, Map.of("corrected", "NO"));
    assertThat(disposal).isWaitingAt(Tasks.PROPOSE);
    propose("advised", "superiorReview");
    talk();
    review();
    assemble(16, 16, 16);
    approveAndAnnounce();
    MODEL.complete(Tasks.ADVISE, Map.of("leaves", "NO"));
    assertThat(disposal).isWaitingAt(Tasks.PROPOSE);
    propose("superiorReview");
    talk();
    review();
    assemble(16, 16, 16);
    approveAndAnnounce();
    MODEL.complete(Tasks.REGISTER, Map.of("executed", "YES"));
    MODEL.fire("Timer_AppealWindow");
    assertThat(disposal).isEnded();
  }

  @Proves("D02")
  @Test
  void whoAgreesToLeaveIsRegistered() {
    start();
    propose("advised", "superiorReview");
    talk();
    review();
    assemble(3, 2, 2);
    approveAndAnnounce();
    MODEL.complete(Tasks.ADVISE, Map.of("leaves", "YES"));
    assertThat(disposal).isWaitingAt(Tasks.REGISTER);
  }

  @Proves("D03")
  @Test
  void aMatterOfDisciplineIsHandedOverAndNotDisposedOf() {
    start();
    MODEL.complete(Tasks.PROPOSE, route("handOver", "YES"));
    assertThat(MODEL.groups(Tasks.HAND_OVER)).containsExactly("office-base");
    MODEL.complete(Tasks.HAND_OVER);
    assertThat(disposal).isEnded().hasNotPassed("SubProcess_Decide");
  }

  @Proves("D02")
  @Test
  void aMinorFaultIsCriticised() {
    start();
    MODEL.complete(Tasks.PROPOSE, route("educate", "YES"));
    MODEL.complete(Tasks.EDUCATE);
    assertThat(disposal).isEnded().hasNotPassed("SubProcess_Decide");
  }

  @Test
  void theCommitteeMayFindThatNothingIsToBeDone() {
    start();
    MODEL.complete(Tasks.PROPOSE, route("educate", "NO"));
    assertThat(disposal).isEnded().hasPassed("EndEvent_Dropped", "ServiceTask_CloseDisposal");
  }

  @Proves("D04")
  @Test
  void aRecordThatTheSecondTalkerDoesNotStandForIsWrittenAgain() {
    start();
    propose("withDeadline");
    MODEL.complete(Tasks.TALK);
    assertThat(MODEL.task(Tasks.CONFIRM_TALK).getAssignee()).isEqualTo("t2");
    MODEL.complete(Tasks.CONFIRM_TALK, Map.of("talkConfirmed", "NO"));
    assertThat(disposal).isWaitingAt(Tasks.TALK);
  }

  @Proves("D04")
  @Test
  void bothLevelsReviewBeforehandAndNeitherAgreesBySilence() {
    start();
    propose("superiorReview");
    talk();
    MODEL.fire("Timer_BaseReminder");
    assertThat(MODEL.told).endsWith("disposal-review", "disposal-review");
    assertThat(disposal).isWaitingAt(Tasks.PRE_REVIEW);
    MODEL.complete(Tasks.PRE_REVIEW, Map.of("reviewed", "YES"));
    assertThat(MODEL.groups(Tasks.REPLY_SUPERIOR)).containsExactly("staff-superior");
    MODEL.fire("Timer_SuperiorReminder");
    assertThat(MODEL.told).endsWith("disposal-superior-review", "disposal-superior-review");
    MODEL.complete(Tasks.REPLY_SUPERIOR, Map.of("reviewed", "NO"));
    assertThat(disposal).isWaitingAt(Tasks.PROPOSE);
    propose("superiorReview");
    talk();
    MODEL.complete(Tasks.PRE_REVIEW, Map.of("reviewed", "NO"));
    assertThat(disposal).isWaitingAt(Tasks.PROPOSE);
  }

  @Proves("D05")
  @ParameterizedTest
  @CsvSource({
    // due, present, approve, waits at: exactly half is not more than half
    "16, 8, 8, UserTask_CallAssembly",
    "16, 9, 8, UserTask_ProposeDisposal",
    "16, 9, 9, UserTask_ApproveDisposal",
    "3, 2, 2, UserTask_ApproveDisposal",
    "3, 1, 1, UserTask_CallAssembly",
    "15, 8, 8, UserTask_ApproveDisposal",
    "15, 15, 7, UserTask_ProposeDisposal",
    "20, 11, 11, UserTask_ApproveDisposal",
    "20, 10, 10, UserTask_CallAssembly"
  })
  void presentAndApproveCountOnThoseDueByTheStrictRule(
      int due, int present, int approve, String waitsAt) {
    start();
    propose("withDeadline");
    talk();
    MODEL.complete(Tasks.PRE_REVIEW, Map.of("reviewed", "YES"));
    assemble(due, present, approve);
    assertThat(disposal).isWaitingAt(waitsAt);
  }

  @Proves("D06")
  @Test
  void exclusionsGoToTheSuperiorBeforeTheAssembly() {
    start();
    propose("withDeadline");
    talk();
    MODEL.complete(Tasks.PRE_REVIEW, Map.of("reviewed", "YES"));
    MODEL.complete(Tasks.CALL_ASSEMBLY, Map.of("exclusionsAsked", "YES", "assemblyDate", DUE));
    assertThat(MODEL.groups(Tasks.CONSENT_EXCLUSIONS)).contains("secretary-base");
    assertThat(disposal).isNotWaitingAt(Tasks.ASSEMBLY);
    MODEL.complete(Tasks.CONSENT_EXCLUSIONS);
    assertThat(disposal).isWaitingAt(Tasks.ASSEMBLY);
    assertThat(MODEL.recipients).as("the person is invited").endsWith("person-of-d1");
  }

  @Proves("D04")
  @Test
  void whatIsNotApprovedGoesBackToTheBranchAndSilenceIsNoApproval() {
    start();
    propose("withDeadline");
    talk();
    MODEL.complete(Tasks.PRE_REVIEW, Map.of("reviewed", "YES"));
    assemble(3, 3, 3);
    MODEL.fire("Timer_ApprovalReminder");
    assertThat(disposal).isWaitingAt(Tasks.APPROVE);
    MODEL.complete(Tasks.APPROVE, Map.of("decided", "NO"));
    assertThat(disposal).isWaitingAt(Tasks.PROPOSE);
  }

  @Proves("D09")
  @Test
  void anAppealStopsNothingByItself() {
    start();
    decide("none");
    MODEL.send(DisposalProcess.APPEALED);
    assertThat(disposal).isWaitingAt(Tasks.REGISTER, Tasks.RECEIVE_APPEAL);
    MODEL.complete(Tasks.RECEIVE_APPEAL);
    MODEL.fire("Timer_AppealReminder");
    assertThat(MODEL.told).endsWith("disposal-appealed", "disposal-appealed");
    MODEL.complete(Tasks.DECIDE_APPEAL, Map.of("appealRevoked", "NO"));
    assertThat(MODEL.told).endsWith("disposal-appeal-decided");
    assertThat(disposal).isWaitingAt(Tasks.REGISTER);
  }

  @Proves("D09")
  @Test
  void aSuccessfulAppealEndsTheExecutionAtOnce() {
    start();
    decide("withDeadline");
    MODEL.send(DisposalProcess.APPEALED);
    MODEL.complete(Tasks.RECEIVE_APPEAL);
    MODEL.complete(Tasks.DECIDE_APPEAL, Map.of("appealRevoked", "YES"));
    assertThat(disposal).isEnded().hasPassed("Condition_Revoked", "ServiceTask_CloseDisposal");
  }

  @Proves("D08")
  @Test
  void midTermChecksComeAsOftenAsPlannedAndNotAfterTheEnd() {
    start();
    Days days = DaysTest.days();
    Disposal sample = DaysTest.disposal();
    LocalDate from = DaysTest.TODAY;
    String cycle = days.checkCycle(sample, from, from.plusMonths(12));
    propose("withDeadline");
    talk();
    MODEL.complete(Tasks.PRE_REVIEW, Map.of("reviewed", "YES"));
    assemble(3, 3, 3);
    MODEL.complete(Tasks.APPROVE, Map.of("decided", "YES"));
    MODEL.complete(
        Tasks.ANNOUNCE,
        Map.of("appealDueDate", DUE, "correctionDueDate", DUE, "checkCycle", cycle));
    List<Date> fired = new ArrayList<>();
    try {
      while (!MODEL.timers("Timer_MidTerm").isEmpty() && fired.size() < 9) {
        Date due = MODEL.timers("Timer_MidTerm").get(0).getDuedate();
        fired.add(due);
        ClockUtil.setCurrentTime(new Date(due.getTime() + 1000));
        MODEL.fire("Timer_MidTerm");
      }
    } finally {
      ClockUtil.reset();
    }
    Date end = Date.from(from.plusMonths(12).atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant());
    assertThat(fired).hasSize(3).allMatch(end::after);
    assertThat(MODEL.tasks(Tasks.CHECK)).hasSize(3);
  }

  @Proves("E35")
  @Test
  void aTerminatedRunEndsItsDisposals() {
    start();
    MODEL.cancel();
    assertThat(MODEL.ran).contains("disposalEnd");
  }

  @Test
  void javaAndTheModelSpeakOfTheSameElements() throws IllegalAccessException {
    Models model =
        Models.all().stream()
            .filter(one -> one.file().endsWith("disposal.bpmn"))
            .findFirst()
            .orElseThrow();
    List<String> tasks = model.elements(UserTask.class).stream().map(UserTask::getId).toList();
    for (Field field : Tasks.class.getDeclaredFields()) {
      if (field.getType() == String.class) {
        assertThat(tasks).contains((String) field.get(null));
      }
    }
    assertThat(tasks).hasSize(18);
    assertThat(model.elements(Message.class))
        .extracting(Message::getName)
        .containsExactly(DisposalProcess.APPEALED);
  }

  /** Up to the announcement. */
  private void decide(String... kind) {
    propose(kind);
    talk();
    MODEL.complete(Tasks.PRE_REVIEW, Map.of("reviewed", "YES"));
    assemble(3, 3, 3);
    approveAndAnnounce();
  }

  private void propose(String... kinds) {
    Map<String, Object> facts = route("disposalNeeded", "YES");
    facts.put("firstTalker", "t1");
    facts.put("secondTalker", "t2");
    for (String kind : kinds) {
      facts.put(kind, "YES");
    }
    MODEL.complete(Tasks.PROPOSE, facts);
  }

  private static Map<String, Object> route(String name, String value) {
    Map<String, Object> facts = new HashMap<>();
    for (String fact :
        List.of(
            "disposalNeeded",
            "handOver",
            "educate",
            "withDeadline",
            "advised",
            "superiorReview",
            "decided",
            "executed")) {
      facts.put(fact, "NO");
    }
    facts.put(name, value);
    return facts;
  }

  private void talk() {
    MODEL.complete(Tasks.TALK);
    MODEL.complete(Tasks.CONFIRM_TALK, Map.of("talkConfirmed", "YES"));
  }

  private void review() {
    MODEL.complete(Tasks.PRE_REVIEW, Map.of("reviewed", "YES"));
    MODEL.complete(Tasks.REPLY_SUPERIOR, Map.of("reviewed", "YES"));
  }

  private void assemble(int due, int present, int approve) {
    MODEL.complete(Tasks.CALL_ASSEMBLY, Map.of("exclusionsAsked", "NO", "assemblyDate", DUE));
    MODEL.complete(
        Tasks.ASSEMBLY,
        Map.of("votingDue", due, "assemblyPresent", present, "assemblyApprove", approve));
  }

  private void approveAndAnnounce() {
    MODEL.complete(Tasks.APPROVE, Map.of("decided", "YES"));
    MODEL.complete(
        Tasks.ANNOUNCE,
        Map.of(
            "appealDueDate", DUE,
            "correctionDueDate", DUE,
            "checkCycle", "R1/2027-01-01T08:30:00+08:00/P90D"));
  }

  /** Names the person as the real bean does. */
  public static final class People {
    public String personConcerned(String disposalId) {
      return "person-of-" + disposalId;
    }
  }
}
