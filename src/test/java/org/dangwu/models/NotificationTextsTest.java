package org.dangwu.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.junit.jupiter.api.Test;

/** What people are told at every event of the models is there, complete and used. */
class NotificationTextsTest {

  private static final Path TEXTS = Path.of("src/main/resources/notification-templates");
  private static final Path TABLE = Path.of("processes/shared/notification_rules.dmn");
  private static final Pattern ROW = Pattern.compile("<rule id=.*?</rule>", Pattern.DOTALL);
  private static final Pattern CELL = Pattern.compile("<text>(.*?)</text>", Pattern.DOTALL);
  private static final Pattern NEEDS_DUE = Pattern.compile("\\{\\{(due|daysLeft|daysOverdue)}}");
  private static final String FOOTER = "mail-footer";

  /** A row: event and the text it sends. */
  private record Row(String event, String template) {}

  @Test
  void everyRowOfTheRulesHasItsText() {
    assertThat(rows())
        .isNotEmpty()
        .allSatisfy(row -> assertThat(TEXTS.resolve(row.template() + ".txt")).exists());
  }

  @Test
  void everyTextIsSentByARow() throws IOException {
    Set<String> used = rows().stream().map(Row::template).collect(Collectors.toSet());
    used.add(FOOTER);
    try (Stream<Path> files = Files.list(TEXTS)) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".txt"))
                  .map(name -> name.replace(".txt", "")))
          .isSubsetOf(used);
    }
  }

  @Test
  void everyEventOfTheModelsHasARow() {
    Set<String> known = rows().stream().map(Row::event).collect(Collectors.toSet());
    assertThat(Models.all().stream().flatMap(Models::events)).isSubsetOf(known);
  }

  @Test
  void aTextThatNamesTheDeadlineIsSentOnlyWhereTheModelGivesOne() {
    Set<String> needing = new TreeSet<>();
    rows().stream()
        .filter(row -> NEEDS_DUE.matcher(text(row.template())).find())
        .forEach(row -> needing.add(row.event()));
    for (Models model : Models.all()) {
      for (FlowElement element : model.elements(FlowElement.class)) {
        Set<String> given = parameters(element);
        String event = event(element);
        if (event != null && needing.contains(event)) {
          assertThat(given).as(model.file() + " " + element.getId()).contains("due");
        }
      }
    }
  }

  @Test
  void everyTextHasATitleOfOneLineAndSaysWhatToDo() {
    for (Row row : rows()) {
      String text = text(row.template());
      assertThat(text.lines().count()).as(row.template()).isGreaterThan(1);
      assertThat(text.lines().findFirst().orElseThrow().length())
          .as("title of " + row.template())
          .isBetween(8, 80);
    }
  }

  private static Set<Row> rows() {
    return ROW.matcher(Models.text(TABLE))
        .results()
        .map(
            rule ->
                CELL.matcher(rule.group()).results().map(cell -> literal(cell.group(1))).toList())
        .map(cells -> new Row(cells.get(0), cells.get(cells.size() - 1)))
        .collect(Collectors.toSet());
  }

  private static String literal(String cell) {
    return cell.strip().replace("\"", "");
  }

  private static String event(FlowElement element) {
    return inputs(element)
        .filter(input -> input.getCamundaName().equals("event"))
        .map(input -> input.getTextContent().strip())
        .findFirst()
        .orElse(null);
  }

  private static Set<String> parameters(FlowElement element) {
    return inputs(element).map(CamundaInputParameter::getCamundaName).collect(Collectors.toSet());
  }

  private static Stream<CamundaInputParameter> inputs(FlowElement element) {
    return element.getExtensionElements() == null
        ? Stream.empty()
        : element
            .getExtensionElements()
            .getElementsQuery()
            .filterByType(CamundaInputOutput.class)
            .list()
            .stream()
            .flatMap(io -> io.getCamundaInputParameters().stream());
  }

  private static String text(String template) {
    return Models.text(TEXTS.resolve(template + ".txt"));
  }
}
