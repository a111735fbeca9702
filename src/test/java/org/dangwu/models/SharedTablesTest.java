package org.dangwu.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is told, what documents consist of, who may see them. */
class SharedTablesTest {

  private static final List<String> ROLES =
      List.of(
          "author",
          "subject",
          "principal",
          "member",
          "recorder",
          "office",
          "orgDepartment",
          "discipline",
          "superior",
          "archivist",
          "none");

  private final Tables tables = new Tables();
  private final Map<String, DmnDecision> parsed = new HashMap<>();

  @ParameterizedTest
  @CsvSource({
    "plan-due,10,REMINDER", "plan-due,3,WARNING", "plan-due,0,ESCALATION", "plan-due,-1,ESCALATION",
    "report-due,8,REMINDER", "report-due,3,WARNING", "report-due,0,WARNING",
        "report-due,-1,ESCALATION",
    "approval-pending,4,REMINDER", "approval-pending,0,ESCALATION", "approval-pending,-3,ESCALATION"
  })
  void theNearerADeadlineTheHigherTheLevel(String event, int daysToDue, String level) {
    assertThat(rows("notification_rules", Map.of("event", event, "daysToDue", daysToDue)))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row).containsEntry("level", level));
  }

  @Test
  void everyEventThatAModelRaisesTellsSomebodyOnAnyDay() throws IOException {
    TreeSet<Integer> days = daysThatMakeADifference();
    assertThat(days).contains(-400, 0, 400);
    Models.all().stream()
        .flatMap(Models::events)
        .distinct()
        .forEach(
            event -> {
              for (int day : days) {
                assertThat(rows("notification_rules", Map.of("event", event, "daysToDue", day)))
                    .as("%s, %d days to due", event, day)
                    .isNotEmpty();
              }
            });
  }

  /** A row begins or ends to match only at a figure that the table names. */
  private static TreeSet<Integer> daysThatMakeADifference() throws IOException {
    TreeSet<Integer> days = new TreeSet<>(List.of(-400, -1, 0, 1, 400));
    Matcher entries =
        Pattern.compile("<inputEntry[^>]*>\\s*<text>([^<]*)</text>")
            .matcher(Files.readString(Path.of("processes/shared/notification_rules.dmn")));
    while (entries.find()) {
      Matcher figures = Pattern.compile("-?\\d+").matcher(entries.group(1));
      while (figures.find()) {
        int figure = Integer.parseInt(figures.group());
        days.addAll(List.of(figure - 1, figure, figure + 1));
      }
    }
    return days;
  }

  @Test
  void everyDocumentThatAModelNamesIsDescribedWithItsSections() {
    documents()
        .forEach(
            type -> {
              assertThat(rows("document_types", Map.of("type", type))).as(type).hasSize(1);
              assertThat(rows("document_sections", Map.of("type", type))).as(type).isNotEmpty();
            });
  }

  @Test
  void longTextsOfFormsHaveASectionToGoTo() {
    Models.forms()
        .flatMap(Models::dossierPaths)
        .forEach(
            path -> {
              String[] parts = path.split("\\.");
              assertThat(rows("document_sections", Map.of("type", parts[0])))
                  .as(path)
                  .extracting(row -> row.get("key"))
                  .contains(parts[1]);
            });
  }

  @Proves("A25")
  @ParameterizedTest
  @ValueSource(strings = {"minutesOpening", "minutesBody", "minutesMember", "minutesSummary"})
  void minutesAreForParticipantsRecorderSuperiorAndItsDepartmentsAlone(String minutes) {
    Stream.of("principal", "member", "superior", "orgDepartment", "discipline")
        .forEach(role -> assertThat(access(minutes, role)).as(role).isEqualTo("read"));
    assertThat(access(minutes, "recorder")).isEqualTo("export");
    Stream.of("office", "archivist")
        .forEach(role -> assertThat(access(minutes, role)).as(role).isEqualTo("meta"));
    assertThat(access(minutes, "none")).isEqualTo("none");
  }

  @Proves("A11")
  @Test
  void talksNeverReachTheSuperior() {
    Stream.of("superior", "orgDepartment", "discipline", "none")
        .forEach(role -> assertThat(access("talks", role)).as(role).isEqualTo("none"));
  }

  @Proves("A10")
  @Test
  void explanationsAreSeenByTheMemberThePrincipalAndTheOrganisationDepartmentAlone() {
    for (String role : ROLES) {
      boolean reads = List.of("subject", "principal", "orgDepartment").contains(role);
      String level = access("explanation", role);
      assertThat(level.equals("read") || level.equals("export") && role.equals("author"))
          .as(role)
          .isEqualTo(reads || role.equals("author"));
    }
  }

  @Test
  void whoHasNoPartInTheCaseSeesNothingAndUnknownDocumentsAreClosed() {
    documents().forEach(type -> assertThat(access(type, "none")).as(type).isEqualTo("none"));
    assertThat(access("somethingNew", "principal")).isEqualTo("none");
  }

  private static TreeSet<String> documents() {
    TreeSet<String> found = new TreeSet<>();
    Models.all().forEach(model -> model.documents().forEach(found::add));
    return found;
  }

  private String access(String type, String role) {
    return (String)
        rows("access_level", Map.of("documentType", type, "role", role)).get(0).get("level");
  }

  private List<Map<String, Object>> rows(String key, Map<String, Object> inputs) {
    return tables.rows(parsed.computeIfAbsent(key, k -> tables.table("shared", k)), inputs);
  }
}
