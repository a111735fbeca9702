package org.dangwu.memberreview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.dangwu.testing.BareEngine;
import org.dangwu.testing.ModelNames;
import org.junit.jupiter.api.Test;

/** The names in Java are those in the models. */
class MemberReviewConstantsTest {

  private final ModelNames models = new ModelNames("member-review");

  @Test
  void processesAreThose() {
    assertThat(models.of(Process.class, Process::getId))
        .contains(MemberReviewProcess.KEY, MemberReviewProcess.ORG_LIFE_KEY);
  }

  @Test
  void tasksAreThose() {
    assertThat(ModelNames.constants(MemberReviewProcess.Tasks.class))
        .isNotEmpty()
        .isSubsetOf(models.of(UserTask.class, UserTask::getId));
  }

  @Test
  void messagesAreThose() {
    assertThat(ModelNames.constants(MemberReviewProcess.Messages.class))
        .isNotEmpty()
        .isSubsetOf(models.of(Message.class, Message::getName));
  }

  @Test
  void variablesAndAnswersAreUsedInTheModelsOrTheirTablesAndForms() {
    String everything = ReviewEngine.files().map(BareEngine::text).collect(Collectors.joining());
    assertThat(ModelNames.constants(MemberReviewProcess.class))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(everything).contains(name));
  }
}
