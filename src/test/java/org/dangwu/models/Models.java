package org.dangwu.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * The models as they lie in {@code processes} and {@code forms}, for tests that check all of them.
 */
public record Models(Path file, BpmnModelInstance bpmn) {

  private static final Pattern DOSSIER_PATH = Pattern.compile("\"dossier\"\\s*:\\s*\"([^\"]+)\"");

  public static List<Models> all() {
    return files("processes", ".bpmn")
        .map(file -> new Models(file, Bpmn.readModelFromFile(file.toFile())))
        .toList();
  }

  public static Stream<Path> tables() {
    return files("processes", ".dmn");
  }

  public static Stream<Path> forms() {
    return files("forms", ".form");
  }

  /** Folder below {@code processes}, which is also the deployment. */
  public String folder() {
    return file.getParent().getFileName().toString();
  }

  public <T extends ModelElementInstance> Collection<T> elements(Class<T> type) {
    return bpmn.getModelElementsByType(type);
  }

  /** Values of a {@code camunda:property} of an element, split at commas. */
  public static List<String> property(BaseElement element, String name) {
    return extension(element, CamundaProperties.class).stream()
        .flatMap(properties -> properties.getCamundaProperties().stream())
        .filter(property -> property.getCamundaName().equals(name))
        .map(CamundaProperty::getCamundaValue)
        .flatMap(value -> Arrays.stream(value.split(",")))
        .map(String::strip)
        .toList();
  }

  /** Document types that tasks write or show; what a variable names is known only in a run. */
  public Stream<String> documents() {
    return elements(FlowElement.class).stream()
        .flatMap(
            element ->
                Stream.of("dossier.write", "dossier.read")
                    .flatMap(name -> property(element, name).stream())
                    .filter(name -> !name.startsWith("@")));
  }

  /** Events that notification tasks raise. */
  public Stream<String> events() {
    return elements(FlowElement.class).stream()
        .flatMap(element -> extension(element, CamundaInputOutput.class).stream())
        .flatMap(io -> io.getCamundaInputParameters().stream())
        .filter(input -> input.getCamundaName().equals("event"))
        .map(input -> input.getTextContent().strip());
  }

  /** Where the long texts of a form go in the dossier. */
  public static Stream<String> dossierPaths(Path form) {
    return DOSSIER_PATH.matcher(text(form)).results().map(found -> found.group(1));
  }

  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Optional<String> find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static <T extends ModelElementInstance> List<T> extension(
      BaseElement element, Class<T> type) {
    return element.getExtensionElements() == null
        ? List.of()
        : element.getExtensionElements().getElementsQuery().filterByType(type).list();
  }

  private static Stream<Path> files(String root, String suffix) {
    try (Stream<Path> found = Files.walk(Path.of(root))) {
      return found.filter(file -> file.toString().endsWith(suffix)).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
