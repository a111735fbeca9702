package org.dangwu.lifemeeting.year;

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
import org.dangwu.lifemeeting.observation.GuidanceEngine;
import org.dangwu.lifemeeting.observation.GuidanceEngine.Notice;
import org.dangwu.models.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Walks every path of the year's deployment. */
class YearProcessTest {

  private static final GuidanceEngine MODELS =
      new GuidanceEngine(Map.of("yearBodies", new Bodies()));
  private static final Date MIDDLE = Date.from(Instant.parse("2026-11-15T01:00:00Z"));
  private static final Date CLOSED = Date.from(Instant.parse("2026-12-31T16:00:00Z"));
  private static final Date NEXT = Date.from(Instant.parse("2027-01-20T16:00:00Z"));

  @RegisterExtension
  static final ProcessEngineCoverageExtension ENGINE =
      ProcessEngineCoverageExtension.builder(MODELS.configuration)
          .assertClassCoverageAtLeast(1.0)
          .build();

  private String deployment;
  private ProcessInstance year;
  private List<String> blocked = List.of();

  @BeforeEach
  void deployModels() {
    BpmnAwareTests.init(ENGINE.getProcessEngine());
    MODELS.notices.clear();
    MODELS.ended = 0;
    MODELS.delegates.remove("archive");
    MODELS.delegates.put(
        "listBodies", execution -> execution.setVariable("bodies", list("YL01", "YL02")));
    MODELS.delegates.put(
        "startBody",
        execution ->
            execution.setVariableLocal(
                "bodyState",
                blocked.contains((String) execution.getVariable("body")) ? "BLOCKED" : "RUNNING"));
    MODELS.delegates.put(
        "checkStarted",
        execution -> execution.setVariable("startResult", blocked.isEmpty() ? "ALL" : "BLOCKED"));
    found("OPEN", "YL02");
    deployment = GuidanceEngine.deploy(ENGINE.getProcessEngine());
  }

  @AfterEach
  void removeDeployments() {
    BpmnAwareTests.reset();
    ENGINE.getRepositoryService().deleteDeployment(deployment, true);
  }

  @Proves("A01")
  @Test
  void everyBodyIsStartedAndToldAndTheLateOnesAreReminded() {
    deploy();
    assertThat(MODELS.notices)
        .containsExactlyInAnyOrder(
            new Notice("year-deployed", "YL01", null), new Notice("year-deployed", "YL02", null));
    assertThat(year).isWaitingAt("Timer_MidWindow").hasNotPassed("UserTask_ResolveBlocked");
    MODELS.notices.clear();
    assertThat(fire("Timer_MidWindow")).isEqualTo(MIDDLE);
    assertThat(MODELS.notices).containsExactly(new Notice("year-reminder", "YL02", null));
    found("SETTLED");
    assertThat(fire("Timer_WindowClosed")).isEqualTo(CLOSED);
    assertThat(year).isEnded().hasPassed("ServiceTask_WriteSummary", "ServiceTask_Archive");
    assertThat(MODELS.notices).contains(new Notice("archived", "YL", null));
    assertThat(MODELS.ended).isEqualTo(1);
  }

  @Proves("A01")
  @Test
  void bodiesThatCannotBeStartedAreTriedAgainOrLeftForTheEndOfTheWindow() {
    blocked = List.of("YL02");
    deploy();
    assertThat(MODELS.notices).containsExactly(new Notice("year-deployed", "YL01", null));
    assertThat(task("UserTask_ResolveBlocked")).hasCandidateGroup("staff-organization");
    complete("UserTask_ResolveBlocked", Map.of("blockedDecision", "RETRY"));
    assertThat(year).isWaitingAt("UserTask_ResolveBlocked");
    complete("UserTask_ResolveBlocked", Map.of("blockedDecision", "CONTINUE"));
    assertThat(year).isWaitingAt("Timer_MidWindow");
  }

  @Proves("E31")
  @Test
  void whatIsMissingInTheFileOfTheYearIsMadeGoodBeforeItIsFiled() {
    boolean[] complete = {false};
    MODELS.delegates.put("archive", filing -> GuidanceEngine.refuseUnless(complete[0]));
    deploy();
    fire("Timer_MidWindow");
    found("SETTLED");
    fire("Timer_WindowClosed");
    assertThat(task("UserTask_CompleteArchive"))
        .hasCandidateGroup("archivist-YL")
        .hasCandidateGroup("staff-organization");
    complete[0] = true;
    complete("UserTask_CompleteArchive", Map.of());
    assertThat(year).isEnded();
  }

  @Proves({"A02", "E06"})
  @Test
  void whoHasNotMetIsDealtWithUntilEachHasMetOrHasConsent() {
    deploy();
    fire("Timer_MidWindow");
    found("OPEN", "YL01", "YL02");
    MODELS.notices.clear();
    fire("Timer_WindowClosed");
    assertThat(MODELS.notices).containsExactly(new Notice("year-not-held", "YL", null));
    assertThat(tasks("UserTask_HandleNotHeld")).hasSize(2);
    assertThat(task("UserTask_HandleNotHeld"))
        .hasCandidateGroup("principal-YL")
        .hasCandidateGroup("staff-organization");
    complete("UserTask_HandleNotHeld", Map.of("handling", "CONSENT"));
    assertThat(ENGINE.getRuntimeService().getVariables(year.getId()))
        .as("one body's answer is not offered for the next one")
        .doesNotContainKeys("handling", "handledDate");
    found("WAITING");
    complete("UserTask_HandleNotHeld", Map.of("handling", "ORDER"));
    assertThat(year).isWaitingAt("Timer_NextCheck");
    found("SETTLED");
    assertThat(fire("Timer_NextCheck")).isEqualTo(NEXT);
    assertThat(year).isEnded();
    assertThat(MODELS.notices)
        .contains(
            new Notice("year-handled", "YL01", null), new Notice("year-handled", "YL02", null));
  }

  private void deploy() {
    year =
        ENGINE
            .getRuntimeService()
            .startProcessInstanceByKey(
                "life-meeting-year",
                Map.of("organization", "YL", "organizationName", "县委", "year", 2026));
    complete(
        "UserTask_DeployYear",
        Map.of(
            "themeSource", "SELF",
            "midWindowDate", MIDDLE,
            "windowEndDate", CLOSED,
            "windowClosedDate", CLOSED));
  }

  private void found(String result, String... open) {
    MODELS.delegates.put(
        "yearState",
        execution -> {
          execution.setVariable("yearResult", result);
          execution.setVariable("openBodies", list(open));
          execution.setVariable("remindedBodies", list(open));
          execution.setVariable("nextCheckDate", NEXT);
        });
  }

  private static Date fire(String timer) {
    return GuidanceEngine.fire(ENGINE.getProcessEngine(), timer);
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

  /** What the model asks about a body. */
  public static final class Bodies {
    public String name(String body) {
      return "单位" + body;
    }

    public Date handledDate(String caseId, String body) {
      return NEXT;
    }
  }
}
