package org.dangwu.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclaredInputsTest {

  private static final String FORM =
      """
      {"components": [
        {"type": "text", "text": "说明"},
        {"type": "radio", "key": "decision", "label": "审核结果",
         "values": [{"value": "APPROVED"}, {"value": "RETURNED"}], "validate": {"required": true}},
        {"type": "group", "components": [
          {"type": "textarea", "key": "reason", "label": "退回理由",
           "properties": {"dossier": "reviewOpinion.opinion"},
           "validate": {"required": true, "minLength": 5, "maxLength": 20},
           "conditional": {"hide": "=decision = \\"APPROVED\\""}}]},
        {"type": "number", "key": "count", "label": "人数", "validate": {"min": 1, "max": 100}},
        {"type": "datetime", "key": "day", "dateLabel": "日期"},
        {"type": "textfield", "key": "shown", "label": "单位", "disabled": true},
        {"type": "select", "key": "member", "label": "成员", "valuesKey": "members"},
        {"type": "checkbox", "key": "declared", "label": "本人撰写", "validate": {"required": true}}
      ]}
      """;

  private final InputRules rules = read(FORM);

  @Test
  void takesWhatTheFormDeclaresAndConvertsIt() {
    Submission taken = rules.check(with("day", "2026-12-01", "count", "12"), Map.of());

    assertThat(taken.variables())
        .containsEntry("decision", "APPROVED")
        .containsEntry("count", 12)
        .containsEntry(
            "day",
            Date.from(
                LocalDate.of(2026, 12, 1).atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant()));
  }

  @Test
  void sendsLongTextsToTheDossierAndNeverToTheEngine() {
    Submission taken = rules.check(with("decision", "RETURNED", "reason", "请补充会议议程安排"), Map.of());

    assertThat(taken.texts()).containsEntry("reviewOpinion.opinion", "请补充会议议程安排");
    assertThat(taken.variables()).doesNotContainKey("reason");
  }

  @Test
  void refusesAVariableThatTheFormDoesNotHave() {
    assertThatThrownBy(() -> rules.check(with("approved", true), Map.of()))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining("approved");
  }

  @Test
  void refusesAFieldThatTheFormOnlyShows() {
    assertThatThrownBy(() -> rules.check(with("shown", "别的单位"), Map.of()))
        .isInstanceOf(SubmissionRefused.class);
  }

  @Test
  void asksForARequiredFieldOnlyWhileItIsShown() {
    assertThat(rules.check(with(), Map.of()).texts()).isEmpty();
    assertThatThrownBy(() -> rules.check(with("decision", "RETURNED"), Map.of()))
        .hasMessage("“退回理由”为必填项，请填写。");
  }

  @ParameterizedTest
  @CsvSource({
    "decision, MAYBE, 不在可选范围内",
    "count, 0, 不得小于 1",
    "count, 101, 不得大于 100",
    "count, many, 应填写数字",
    "day, tomorrow, 日期无法识别",
    "member, p9999, 不在可选范围内",
    "declared, false, 须勾选确认"
  })
  void refusesValuesOutsideTheirLimits(String field, String value, String sentence) {
    assertThatThrownBy(() -> rules.check(with(field, value), Map.of("members", List.of("p1"))))
        .isInstanceOf(SubmissionRefused.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void takesOptionsFromAVariable() {
    assertThat(rules.check(with("member", "p1"), Map.of("members", List.of("p1"))).variables())
        .containsEntry("member", "p1");
  }

  @Test
  void refusesTextThatIsTooLongOrTooShort() {
    assertThatThrownBy(() -> rules.check(with("decision", "RETURNED", "reason", "短"), Map.of()))
        .hasMessageContaining("至少 5 字");
    assertThatThrownBy(
            () -> rules.check(with("decision", "RETURNED", "reason", "长".repeat(21)), Map.of()))
        .hasMessageContaining("最多 20 字，现为 21 字");
  }

  @Test
  void readsTheInputsPropertyOfTasksWithAPageOfTheirOwn() {
    InputRules declared = InputsProperty.parse("result:text(同意|退回)!,newDate:date");

    assertThat(declared.check(Map.of("result", "同意"), Map.of()).variables())
        .containsEntry("result", "同意");
    assertThatThrownBy(() -> declared.check(Map.of(), Map.of())).hasMessageContaining("必填");
    assertThatThrownBy(() -> declared.check(Map.of("result", "随便"), Map.of()))
        .hasMessageContaining("可选范围");
  }

  @Test
  void refusesAMalformedInputsProperty() {
    assertThatThrownBy(() -> InputsProperty.parse("result"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("inputs");
  }

  private static Map<String, Object> with(Object... pairs) {
    Map<String, Object> submitted = new HashMap<>();
    submitted.put("decision", "APPROVED");
    submitted.put("declared", true);
    for (int i = 0; i < pairs.length; i += 2) {
      submitted.put((String) pairs[i], pairs[i + 1]);
    }
    return submitted;
  }

  private static InputRules read(String form) {
    try {
      return new FormSchemaReader(new ObjectMapper())
          .read(new ByteArrayInputStream(form.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
