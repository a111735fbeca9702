package org.dangwu.memberreview;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.dangwu.models.Models;
import org.junit.jupiter.api.Test;

/** The names in Java are those in the models. */
class MemberReviewConstantsTest {

  private final List<Models> models =
      Models.all().stream().filter(model -> model.folder().equals("member-review")).toList();

  @Test
  void processesAreThose() {
    assertThat(models.stream().flatMap(m -> m.elements(Process.class).stream()).map(Process::getId))
        .contains(MemberReviewProcess.KEY, MemberReviewProcess.ORG_LIFE_KEY);
  }

  @Test
  void tasksAreThose() {
    Set<String> tasks =
        models.stream()
            .flatMap(m -> m.elements(UserTask.class).stream())
            .map(UserTask::getId)
            .collect(Collectors.toSet());
    assertThat(constants(MemberReviewProcess.Tasks.class)).isNotEmpty().isSubsetOf(tasks);
  }

  @Test
  void messagesAreThose() {
    Set<String> messages =
        models.stream()
            .flatMap(m -> m.elements(Message.class).stream())
            .map(Message::getName)
            .collect(Collectors.toSet());
    assertThat(constants(MemberReviewProcess.Messages.class)).isNotEmpty().isSubsetOf(messages);
  }

  @Test
  void variablesAndAnswersAreUsedInTheModelsOrTheirTablesAndForms() {
    String everything = ReviewEngine.files().map(ReviewEngine::text).collect(Collectors.joining());
    assertThat(constants(MemberReviewProcess.class))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(everything).contains(name));
  }

  private static List<String> constants(Class<?> type) {
    return Arrays.stream(type.getDeclaredFields())
        .filter(field -> Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
        .map(MemberReviewConstantsTest::value)
        .toList();
  }

  private static String value(Field field) {
    try {
      return (String) field.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
