package org.dangwu.debriefing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.dangwu.testing.BareEngine;
import org.dangwu.testing.ModelNames;
import org.junit.jupiter.api.Test;

/** The names in Java are those in the models. */
class DebriefingConstantsTest {

  private final ModelNames models = new ModelNames("debriefing");

  @Test
  void processesTasksAndMessagesAreThose() {
    assertThat(models.of(Process.class, Process::getId))
        .contains(
            DebriefingProcess.KEY, DebriefingProcess.REPORT_KEY, DebriefingProcess.RESULT_KEY);
    Set<String> tasks = models.of(UserTask.class, UserTask::getId);
    assertThat(ModelNames.constants(DebriefingProcess.Tasks.class)).isNotEmpty().isSubsetOf(tasks);
    assertThat(ModelNames.constants(DebriefingProcess.Messages.class))
        .isNotEmpty()
        .isSubsetOf(models.of(Message.class, Message::getName));
  }

  @Test
  void variablesAndAnswersAreUsedInTheModelsOrTheirTablesAndForms() {
    String everything = DebriefEngine.files().map(BareEngine::text).collect(Collectors.joining());
    assertThat(ModelNames.constants(DebriefingProcess.class))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(everything).contains(name));
  }
}
