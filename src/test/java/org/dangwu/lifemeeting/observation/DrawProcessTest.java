package org.dangwu.lifemeeting.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.dangwu.lifemeeting.observation.GuidanceEngine.list;

import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.dangwu.models.Proves;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Walks the draw from its start to the reports of those who attended. */
class DrawProcessTest {

  private static final GuidanceEngine MODELS =
      new GuidanceEngine(Map.of("observationDraw", new Drawn()));

  @RegisterExtension
  static final ProcessEngineCoverageExtension ENGINE =
      ProcessEngineCoverageExtension.builder(MODELS.configuration)
          .excludeProcessDefinitionKeys("observer-report")
          .assertClassCoverageAtLeast(1.0)
          .build();

  private String deployment;

  @BeforeEach
  void deployModels() {
    BpmnAwareTests.init(ENGINE.getProcessEngine());
    MODELS.notices.clear();
    MODELS.ended = 0;
    MODELS.delegates.remove("archive");
    MODELS.delegates.put(
        "observationDates",
        execution -> {
          execution.setVariable("observerReportDueDate", new Date(0));
          execution.setVariable("observerReminderCycle", "R/P3D");
        });
    MODELS.delegates.put(
        "drawBodies", execution -> execution.setVariable("drawnBodies", list("YL03", "YL07")));
    deployment = GuidanceEngine.deploy(ENGINE.getProcessEngine());
  }

  @AfterEach
  void removeDeployments() {
    BpmnAwareTests.reset();
    ENGINE.getRepositoryService().deleteDeployment(deployment, true);
  }

  @Proves("A17")
  @Test
  void theDrawnBodiesAreAttendedAndReportedOn() {
    ProcessInstance draw = start();
    assertThat(task("UserTask_SetDraw")).hasCandidateGroup("staff-organization");
    complete("UserTask_SetDraw", Map.of("drawCount", 2));
    complete("UserTask_AssignLeaders", Map.of("participants", list("p9", "p8")));
    assertThat(MODELS.notices)
        .extracting(GuidanceEngine.Notice::person)
        .containsExactly("p9", "p8");
    assertThat(GuidanceEngine.tasks(ENGINE.getProcessEngine(), "UserTask_WriteObserverReport"))
        .extracting(Task::getAssignee)
        .containsExactlyInAnyOrder("leader-YL03", "leader-YL07");
    complete("UserTask_WriteObserverReport", Map.of("observationResult", "NONE"));
    complete("UserTask_WriteObserverReport", Map.of("observationResult", "NONE"));
    assertThat(draw)
        .isEnded()
        .hasPassed(
            "ServiceTask_FreezeDraw",
            "ServiceTask_Draw",
            "CallActivity_AttendDrawn",
            "ServiceTask_Archive");
    assertThat(MODELS.ended).isEqualTo(1);
  }

  @Proves("E31")
  @Test
  void whatIsMissingInTheFileOfTheDrawIsMadeGoodBeforeItIsFiled() {
    boolean[] complete = {false};
    MODELS.delegates.put("archive", filing -> GuidanceEngine.refuseUnless(complete[0]));
    ProcessInstance draw = start();
    complete("UserTask_SetDraw", Map.of("drawCount", 2));
    complete("UserTask_AssignLeaders", Map.of("participants", list("p9")));
    complete("UserTask_WriteObserverReport", Map.of("observationResult", "NONE"));
    complete("UserTask_WriteObserverReport", Map.of("observationResult", "NONE"));
    assertThat(task("UserTask_CompleteArchive")).hasCandidateGroup("archivist-YL");
    complete[0] = true;
    complete("UserTask_CompleteArchive", Map.of());
    assertThat(draw).isEnded();
  }

  private static ProcessInstance start() {
    return ENGINE
        .getRuntimeService()
        .startProcessInstanceByKey(
            "observation-draw",
            Map.of(
                "organization",
                "YL",
                "organizationName",
                "县委",
                "year",
                2026,
                "procedure",
                "observation-draw"));
  }

  private static void complete(String element, Map<String, Object> facts) {
    GuidanceEngine.complete(ENGINE.getProcessEngine(), element, facts);
  }

  private static Task task(String element) {
    return GuidanceEngine.tasks(ENGINE.getProcessEngine(), element).get(0);
  }

  /** What the model asks about a drawn body. */
  public static final class Drawn {
    public String name(String body) {
      return "单位" + body;
    }

    public String leader(String caseId, String body) {
      return "leader-" + body;
    }
  }
}
