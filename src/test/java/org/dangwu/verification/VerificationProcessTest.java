package org.dangwu.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.lang.reflect.Field;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.dangwu.models.Models;
import org.dangwu.models.Proves;
import org.dangwu.verification.VerificationProcess.Tasks;
import org.dangwu.worksheet.CalledModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Walks every path of a verification; together all nodes and flows. */
class VerificationProcessTest {

  private static final Date DUE = new Date(1_800_000_000_000L);

  private static final CalledModel MODEL =
      new CalledModel()
          .delegate("verificationOpening", Map.of("findingsAgreed", "NO", "conclusionAgreed", "NO"))
          .delegate("verificationInforming", Map.of("replyDueDate", DUE))
          .delegate("verificationClosing", Map.of())
          .end("verificationEnd")
          .bean("verificationPeople", new People());

  @RegisterExtension
  static final ProcessEngineCoverageExtension ENGINE =
      ProcessEngineCoverageExtension.builder(MODEL.configuration)
          .assertClassCoverageAtLeast(1.0)
          .build();

  private ProcessInstance verification;

  @BeforeEach
  void deploy() {
    BpmnAwareTests.init(ENGINE.getProcessEngine());
    MODEL.deploy(ENGINE.getProcessEngine(), "verification.bpmn");
  }

  /** In the test itself: the coverage counts only what happens there. */
  private void start() {
    verification =
        MODEL.begin(
            VerificationProcess.KEY,
            Map.of("caseId", "c", "organization", "B1", "year", 2026, "verificationId", "v1"));
  }

  @AfterEach
  void remove() {
    BpmnAwareTests.reset();
    MODEL.remove();
  }

  @Proves({"B15", "E13"})
  @Test
  void twoInvestigateThePersonIsHeardAndTheGrassRootsCommitteeAgrees() {
    start();
    assertThat(MODEL.groups(Tasks.APPOINT)).containsExactly("office-base");
    appoint();
    assertThat(MODEL.recipients).containsExactly("i1", "i2", "i3");
    assertThat(MODEL.task(Tasks.FINDINGS).getAssignee()).isEqualTo("i1");
    MODEL.complete(Tasks.FINDINGS, Map.of("findingsAgreed", "YES"));
    assertThat(MODEL.tasks(Tasks.COUNTERSIGN))
        .extracting(Task::getAssignee)
        .containsExactlyInAnyOrder("i2", "i3");
    countersign();
    assertThat(MODEL.task(Tasks.REPLY).getAssignee()).isEqualTo("person-of-v1");
    assertThat(MODEL.task(Tasks.REPLY).getDueDate()).isEqualTo(DUE);
    MODEL.complete(Tasks.REPLY);
    assertThat(verification).isNotWaitingAt(Tasks.RECORD_REPLY);
    MODEL.complete(Tasks.CONCLUDE);
    assertThat(MODEL.groups(Tasks.REVIEW))
        .containsExactlyInAnyOrder("secretary-base", "principal-base");
    MODEL.complete(Tasks.REVIEW, Map.of("conclusionAgreed", "YES"));
    assertThat(verification).isEnded().hasPassed("ServiceTask_CloseVerification");
    assertThat(MODEL.ran)
        .containsExactly(
            "verificationOpening",
            "verificationInforming",
            "verificationClosing",
            "verificationEnd");
    assertThat(MODEL.told).startsWith("verification-opened").endsWith("verification-closed");
  }

  @Proves("B15")
  @Test
  void whatOneInvestigatorDoesNotStandForIsInvestigatedAgain() {
    start();
    appoint();
    MODEL.complete(Tasks.FINDINGS, Map.of("findingsAgreed", "YES"));
    MODEL.completeOne(Tasks.COUNTERSIGN, Map.of("findingsAgreed", "NO"));
    MODEL.completeOne(Tasks.COUNTERSIGN, Map.of());
    assertThat(verification).isWaitingAt(Tasks.FINDINGS);
  }

  @Proves("B15")
  @Test
  void whatThePersonSaysByWordOfMouthIsRecordedAndEndsHisTask() {
    start();
    appoint();
    MODEL.complete(Tasks.FINDINGS, Map.of("findingsAgreed", "YES"));
    countersign();
    assertThat(MODEL.task(Tasks.RECORD_REPLY).getAssignee()).isEqualTo("i1");
    MODEL.complete(Tasks.RECORD_REPLY);
    assertThat(verification).isWaitingAt(Tasks.CONCLUDE).isNotWaitingAt(Tasks.REPLY);
  }

  @Proves("B15")
  @Test
  void aConclusionThatIsNotAgreedGoesBackAndThePersonIsHeardAgain() {
    start();
    appoint();
    MODEL.complete(Tasks.FINDINGS, Map.of("findingsAgreed", "YES"));
    countersign();
    MODEL.complete(Tasks.REPLY);
    MODEL.complete(Tasks.CONCLUDE);
    MODEL.complete(Tasks.REVIEW, Map.of("conclusionAgreed", "NO"));
    assertThat(verification).isWaitingAt(Tasks.FINDINGS);
    MODEL.complete(Tasks.FINDINGS, Map.of("findingsAgreed", "YES"));
    countersign();
    assertThat(verification).isWaitingAt(Tasks.REPLY, Tasks.RECORD_REPLY);
  }

  @Proves("E35")
  @Test
  void aTerminatedRunEndsItsVerifications() {
    start();
    MODEL.cancel();
    assertThat(MODEL.ran).contains("verificationEnd");
  }

  @Test
  void javaAndTheModelSpeakOfTheSameElements() throws IllegalAccessException {
    Models model =
        Models.all().stream()
            .filter(one -> one.file().endsWith("verification.bpmn"))
            .findFirst()
            .orElseThrow();
    List<String> tasks = model.elements(UserTask.class).stream().map(UserTask::getId).toList();
    for (Field field : Tasks.class.getDeclaredFields()) {
      if (field.getType() == String.class) {
        assertThat(tasks).contains((String) field.get(null));
      }
    }
    assertThat(tasks).hasSize(7);
  }

  private void appoint() {
    MODEL.complete(
        Tasks.APPOINT,
        Map.of(
            "investigators", List.of("i1", "i2", "i3"),
            "coInvestigators", List.of("i2", "i3"),
            "leadInvestigator", "i1"));
  }

  private void countersign() {
    MODEL.completeOne(Tasks.COUNTERSIGN, Map.of());
    MODEL.completeOne(Tasks.COUNTERSIGN, Map.of());
  }

  /** Names the person as the real bean does. */
  public static final class People {
    public String personConcerned(String verificationId) {
      return "person-of-" + verificationId;
    }
  }
}
