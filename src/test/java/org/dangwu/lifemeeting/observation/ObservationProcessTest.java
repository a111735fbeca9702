package org.dangwu.lifemeeting.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.dangwu.lifemeeting.observation.GuidanceEngine.list;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.dangwu.lifemeeting.observation.GuidanceEngine.Notice;
import org.dangwu.models.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Walks every path of observing a meeting and of the observers' report. */
class ObservationProcessTest {

  private static final GuidanceEngine MODELS = new GuidanceEngine(Map.of());
  private static final Date DUE = Date.from(Instant.parse("2026-11-17T15:59:59Z"));
  private static final Date REPORT_DUE = Date.from(Instant.parse("2026-11-27T15:59:59Z"));

  @RegisterExtension
  static final ProcessEngineCoverageExtension ENGINE =
      ProcessEngineCoverageExtension.builder(MODELS.configuration)
          .assertClassCoverageAtLeast(1.0)
          .build();

  private String deployment;
  private String observed = "NOT_HELD";
  private ProcessInstance observation;

  @BeforeEach
  void deployModels() {
    BpmnAwareTests.init(ENGINE.getProcessEngine());
    MODELS.notices.clear();
    MODELS.delegates.put(
        "observationDates",
        execution -> {
          execution.setVariable("observersDueDate", DUE);
          execution.setVariable("observerReportDueDate", REPORT_DUE);
          execution.setVariable("observerReminderCycle", "R/P3D");
        });
    MODELS.delegates.put(
        "observationState", execution -> execution.setVariable("observedMeeting", observed));
    deployment = GuidanceEngine.deploy(ENGINE.getProcessEngine());
  }

  @AfterEach
  void removeDeployments() {
    BpmnAwareTests.reset();
    ENGINE.getRepositoryService().deleteDeployment(deployment, true);
  }

  @Proves("A15")
  @Test
  void bothDepartmentsSendObserversWhoReportWithoutProblems() {
    begin();
    propose("NONE", "NO");
    assertThat(observation).isWaitingAt("UserTask_AgreeObservers").hasNotPassed("UserTask_TakeUp");
    assertThat(task("UserTask_AgreeObservers")).hasCandidateGroup("staff-superiorDiscipline");
    agree("YES", list("p30", "p41"), list("p30"));
    assertThat(MODELS.notices)
        .contains(
            new Notice("observer-appointed", "YL01", "p30"),
            new Notice("observer-appointed", "YL01", "p41"),
            new Notice("observers-fixed", "YL01", null));
    Task report = task("UserTask_WriteObserverReport");
    assertThat(report).isAssignedTo("p30").hasDueDate(REPORT_DUE);
    complete("UserTask_WriteObserverReport", Map.of("observationResult", "NONE"));
    assertThat(observation).isEnded().hasPassed("EndEvent_ObservationDone");
  }

  @Proves("A15")
  @Test
  void returnedListIsProposedAnew() {
    begin();
    propose("ATTENTION", "NO");
    agree("NO", list(), list());
    assertThat(observation).isWaitingAt("UserTask_ProposeObservers");
  }

  @Proves("A16")
  @Test
  void bodyWithProminentProblemsIsTakenUpByThePrincipalOnce() {
    begin();
    propose("PROMINENT", "NO");
    assertThat(observation).isWaitingAt("UserTask_TakeUp");
    assertThat(task("UserTask_TakeUp")).hasCandidateGroup("principal-superior");
    assertThat(MODELS.notices).contains(new Notice("observation-strengthened", "YL01", null));
    complete("UserTask_TakeUp", Map.of("leaderAssigned", "YES"));
    agree("NO", list(), list());
    propose("PROMINENT", "YES");
    assertThat(observation).isWaitingAt("UserTask_AgreeObservers");
  }

  @Proves({"A15", "E06"})
  @Test
  void departmentIsRemindedThatNobodyIsNamedYet() {
    begin();
    assertThat(GuidanceEngine.fire(ENGINE.getProcessEngine(), "Timer_ObserversDue")).isEqualTo(DUE);
    assertThat(MODELS.notices).containsExactly(new Notice("observers-due", "YL01", null));
    assertThat(observation).isWaitingAt("UserTask_ProposeObservers");
  }

  @Proves({"A15", "A17"})
  @Test
  void whatIsFoundIsCorrectedAtOnceUntilTheObserverIsSatisfied() {
    begin();
    propose("NONE", "NO");
    agree("YES", list("p30", "p41"), list("p30", "p41"));
    assertThat(tasks("UserTask_WriteObserverReport"))
        .extracting(Task::getAssignee)
        .containsExactlyInAnyOrder("p30", "p41");
    complete("UserTask_WriteObserverReport", Map.of("observationResult", "PROBLEMS"));
    complete("UserTask_WriteObserverReport", Map.of("observationResult", "NONE"));
    assertThat(MODELS.notices).contains(new Notice("observation-problems", "YL01", null));
    assertThat(task("UserTask_CorrectAtOnce")).hasCandidateGroup("office-YL01");
    complete("UserTask_CorrectAtOnce", Map.of());
    complete("UserTask_ConfirmCorrection", Map.of("correctionConfirmed", "NO"));
    complete("UserTask_CorrectAtOnce", Map.of());
    complete("UserTask_ConfirmCorrection", Map.of("correctionConfirmed", "YES"));
    assertThat(observation).isEnded();
  }

  @Proves("A15")
  @Test
  void reportIsAskedForOnlyAfterTheMeeting() {
    begin();
    propose("NONE", "NO");
    agree("YES", list("p30"), list("p30"));
    MODELS.notices.clear();
    GuidanceEngine.fire(ENGINE.getProcessEngine(), "Timer_ObserverReminder");
    assertThat(MODELS.notices).isEmpty();
    observed = "HELD";
    GuidanceEngine.fire(ENGINE.getProcessEngine(), "Timer_ObserverReminder");
    assertThat(MODELS.notices).containsExactly(new Notice("observer-report-due", "YL01", "p30"));
  }

  private void begin() {
    observation =
        ENGINE
            .getRuntimeService()
            .startProcessInstanceByKey(
                "meeting-observation",
                "LM-2026-YL01",
                Map.of(
                    "caseId", "c1",
                    "procedure", "life-meeting",
                    "organization", "YL01",
                    "organizationName", "县水务局党组",
                    "year", 2026,
                    "principal", "p1",
                    "meetingDate", DUE));
  }

  private void propose(String level, String leaderAssigned) {
    complete(
        "UserTask_ProposeObservers",
        Map.of("problemLevel", level, "leaderAssigned", leaderAssigned));
  }

  private void agree(String answer, List<String> observers, List<String> leads) {
    complete(
        "UserTask_AgreeObservers",
        Map.of("observersAgreed", answer, "observers", observers, "observerLeads", leads));
  }

  private static void complete(String element, Map<String, Object> facts) {
    GuidanceEngine.complete(ENGINE.getProcessEngine(), element, facts);
  }

  private static Task task(String element) {
    return tasks(element).get(0);
  }

  private static List<Task> tasks(String element) {
    return GuidanceEngine.tasks(ENGINE.getProcessEngine(), element);
  }
}
