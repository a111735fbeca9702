package org.dangwu.testing;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BpmnModelElementInstance;
import org.dangwu.models.Models;

/** Names in the models of a folder, and names that Java says are there. */
public final class ModelNames {

  private final List<Models> models;

  public ModelNames(String folder) {
    this.models = Models.all().stream().filter(model -> model.folder().equals(folder)).toList();
  }

  public <T extends BpmnModelElementInstance> Set<String> of(
      Class<T> type, Function<T, String> name) {
    return models.stream()
        .flatMap(model -> model.elements(type).stream())
        .map(name)
        .collect(Collectors.toSet());
  }

  /** The values of the text constants of a class. */
  public static List<String> constants(Class<?> type) {
    return Arrays.stream(type.getDeclaredFields())
        .filter(field -> Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
        .map(ModelNames::value)
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
