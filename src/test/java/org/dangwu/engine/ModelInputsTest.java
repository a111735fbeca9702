package org.dangwu.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.dangwu.models.Models;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form and every declared input of the shipped models is one that the server can check. */
class ModelInputsTest {

  /** Characters of a routing fact that a person types, such as the theme of a meeting. */
  private static final int LONGEST_VARIABLE = 200;

  private final ObjectMapper json = new ObjectMapper();
  private final FormSchemaReader reader = new FormSchemaReader(json);

  static Stream<Path> forms() {
    return Models.forms();
  }

  static List<Models> models() {
    return Models.all();
  }

  @Test
  void thereAreFormsAndModels() {
    assertThat(forms()).hasSizeGreaterThan(9);
    assertThat(models()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("forms")
  void theServerUnderstandsEveryComponentOfEveryForm(Path form) throws IOException {
    try (InputStream schema = Files.newInputStream(form)) {
      assertThatCode(() -> reader.read(schema)).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void onlyTextsGoToTheDossierAndWhatBecomesAVariableIsShort(Path form) throws IOException {
    for (JsonNode field : json.readTree(form.toFile()).findParents("key")) {
      String key = field.path("key").asText();
      String type = field.path("type").asText();
      String dossier = field.path("properties").path("dossier").asText();
      if (!dossier.isEmpty()) {
        assertThat(type).as("%s of %s", key, form).isIn("textarea", "textfield");
        assertThat(dossier).as("%s of %s", key, form).matches("\\w+\\.\\w+");
      } else if (type.equals("textarea") || type.equals("textfield")) {
        boolean shown = field.path("disabled").asBoolean() || field.path("readonly").asBoolean();
        int longest = field.path("validate").path("maxLength").asInt(Integer.MAX_VALUE);
        assertThat(shown || longest <= LONGEST_VARIABLE).as("%s of %s", key, form).isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void theServerUnderstandsTheInputsOfEveryTaskWithAPageOfItsOwn(Models model) {
    for (UserTask task : model.elements(UserTask.class)) {
      List<String> inputs = Models.property(task, "inputs");
      if (!inputs.isEmpty()) {
        assertThat(task.getCamundaFormKey()).as(task.getId()).startsWith("embedded:deployment:");
        assertThatCode(() -> InputsProperty.parse(String.join(",", inputs)))
            .as(task.getId())
            .doesNotThrowAnyException();
      }
    }
  }
}
