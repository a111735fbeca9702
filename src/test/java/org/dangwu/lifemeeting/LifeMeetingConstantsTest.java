package org.dangwu.lifemeeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.dangwu.lifemeeting.LifeMeetingProcess.Variable;
import org.dangwu.models.Models;
import org.junit.jupiter.api.Test;

/** The names in Java are those in the model. */
class LifeMeetingConstantsTest {

  private final List<Models> models = Models.all();

  @Test
  void processesAreThose() {
    assertThat(models.stream().flatMap(m -> m.elements(Process.class).stream()).map(Process::getId))
        .contains(LifeMeetingProcess.KEY, LifeMeetingProcess.APPROVAL_KEY);
  }

  @Test
  void tasksAreThose() {
    Set<String> tasks =
        models.stream()
            .flatMap(m -> m.elements(UserTask.class).stream())
            .map(UserTask::getId)
            .collect(Collectors.toSet());
    assertThat(constants(LifeMeetingProcess.Tasks.class)).isNotEmpty().isSubsetOf(tasks.toArray());
  }

  @Test
  void variablesAreUsedInTheModelOrItsTablesAndForms() {
    String everything =
        Stream.of("shared", "life-meeting")
            .flatMap(ModelEngine::files)
            .map(ModelEngine::text)
            .collect(Collectors.joining());
    assertThat(constants(LifeMeetingProcess.class))
        .filteredOn(Variable.class::isInstance)
        .isNotEmpty()
        .allSatisfy(variable -> assertThat(everything).contains(((Variable<?>) variable).name()));
  }

  private static List<Object> constants(Class<?> type) {
    return Arrays.stream(type.getDeclaredFields())
        .filter(field -> Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
        .map(LifeMeetingConstantsTest::value)
        .filter(Objects::nonNull)
        .toList();
  }

  private static Object value(Field field) {
    try {
      return field.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
