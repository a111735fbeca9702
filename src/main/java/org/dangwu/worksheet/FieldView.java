package org.dangwu.worksheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A field as the page draws it, with what was filled in so far.
 *
 * @param hint empty for none
 * @param rows values of the rows, with some empty ones at the end
 */
public record FieldView(
    String name,
    String kind,
    String label,
    String hint,
    boolean required,
    String condition,
    List<Choice> choices,
    String value,
    List<String> values,
    List<FieldView> columns,
    List<Map<String, String>> rows) {

  private static final int EMPTY_ROWS = 3;

  static FieldView of(Worksheet sheet, Field field, Answers answers, Sentences sentences) {
    return of(sheet, field, field.name(), answers, sentences);
  }

  private static FieldView of(
      Worksheet sheet, Field field, String key, Answers answers, Sentences sentences) {
    List<Map<String, String>> rows = new ArrayList<>();
    if (field.kind() == Field.Kind.ROWS) {
      rows.addAll(answers.rows(field.name()));
      for (int empty = 0; empty < EMPTY_ROWS; empty++) {
        rows.add(Map.of());
      }
    }
    return new FieldView(
        field.name(),
        (field.kind() == Field.Kind.PAST ? Field.Kind.DATE : field.kind()).name(),
        sentences.label(sheet, key),
        sentences.hint(sheet, key).orElse(""),
        field.required(),
        field.condition(),
        field.choices(),
        answers.text(field.name()),
        answers.list(field.name()),
        field.columns().stream()
            .map(column -> of(sheet, column, key + "." + column.name(), answers, sentences))
            .toList(),
        rows);
  }
}
