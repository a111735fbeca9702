package org.dangwu.worksheet;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dangwu.worksheet.Field.Kind;
import org.springframework.stereotype.Component;

/** Takes from what a browser sent only what the sheet asks for, and checks every field of it. */
@Component
class FieldCheck {

  static final int LONGEST_TEXT = 2000;
  static final int LONGEST_LINE = 200;
  private static final int MOST_ROWS = 60;
  private static final int LARGEST = 9999;

  private final Sentences sentences;
  private final Clock clock;

  FieldCheck(Sentences sentences, Clock clock) {
    this.sentences = sentences;
    this.clock = clock;
  }

  /** Everything else that was sent is dropped, and so is what a field's condition rules out. */
  Answers asked(List<Field> fields, Map<String, List<String>> sent) {
    Map<String, String> all = new LinkedHashMap<>();
    for (Field field : fields) {
      if (field.kind() == Kind.ROWS) {
        for (int index = 0; index < MOST_ROWS; index++) {
          for (Field column : field.columns()) {
            put(all, field.name() + "." + index + "." + column.name(), sent);
          }
        }
      } else {
        put(all, field.name(), sent);
      }
    }
    Answers answers = new Answers(all);
    fields.stream()
        .filter(field -> !field.isAsked(answers))
        .forEach(
            field ->
                all.keySet()
                    .removeIf(
                        key -> key.equals(field.name()) || key.startsWith(field.name() + ".")));
    return new Answers(all);
  }

  /**
   * @throws org.dangwu.engine.SubmissionRefused with the first thing to put right
   */
  void check(Worksheet sheet, List<Field> fields, Answers answers) {
    for (Field field : fields) {
      if (!field.isAsked(answers)) {
        continue;
      }
      String label = sentences.label(sheet, field.name());
      if (field.kind() == Kind.ROWS) {
        checkRows(sheet, field, label, answers);
      } else {
        checkValue(field, label, answers.text(field.name()));
      }
    }
  }

  private void checkRows(Worksheet sheet, Field field, String label, Answers answers) {
    List<Map<String, String>> rows = answers.rows(field.name());
    if (rows.isEmpty() && field.required()) {
      throw sentences.refusal("field.missing", label);
    }
    for (int index = 0; index < rows.size(); index++) {
      for (Field column : field.columns()) {
        String columnLabel = sentences.label(sheet, field.name() + "." + column.name());
        checkValue(
            column,
            sentences.say("field.ofRow", label, index + 1, columnLabel),
            rows.get(index).getOrDefault(column.name(), ""));
      }
    }
  }

  private void checkValue(Field field, String label, String value) {
    if (value.isEmpty()) {
      if (field.required()) {
        throw sentences.refusal(
            isChosen(field.kind()) ? "field.notChosen" : "field.missing", label);
      }
      return;
    }
    switch (field.kind()) {
      case TEXT -> requireShort(label, value, LONGEST_TEXT);
      case LINE -> requireShort(label, value, LONGEST_LINE);
      case DATE -> requireDay(label, value);
      case PAST -> requirePast(label, value);
      case NUMBER -> requireNumber(label, value);
      case CHOICE, SELECT -> requireKnown(field, label, List.of(value));
      case SEVERAL -> requireKnown(field, label, List.of(value.split(",")));
      case ROWS -> throw new IllegalStateException("rows within rows: " + field.name());
    }
  }

  private static boolean isChosen(Kind kind) {
    return kind == Kind.CHOICE || kind == Kind.SELECT || kind == Kind.SEVERAL;
  }

  private void requireShort(String label, String value, int longest) {
    int length = value.codePointCount(0, value.length());
    if (length > longest) {
      throw sentences.refusal("field.long", label, longest, length);
    }
  }

  private void requirePast(String label, String value) {
    if (requireDay(label, value).isAfter(LocalDate.now(clock))) {
      throw sentences.refusal("field.future", label);
    }
  }

  private LocalDate requireDay(String label, String value) {
    try {
      return LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      throw sentences.refusal("field.noDate", label);
    }
  }

  private void requireNumber(String label, String value) {
    if (!value.matches("\\d{1,4}") || Integer.parseInt(value) > LARGEST) {
      throw sentences.refusal("field.noNumber", label);
    }
  }

  private void requireKnown(Field field, String label, List<String> values) {
    boolean known =
        values.stream()
            .allMatch(
                value -> field.choices().stream().anyMatch(choice -> choice.value().equals(value)));
    if (!known) {
      throw sentences.refusal("field.notChosen", label);
    }
  }

  private static void put(Map<String, String> all, String name, Map<String, List<String>> sent) {
    List<String> values = sent.get(name);
    if (values != null) {
      String joined = String.join(",", values.stream().map(String::strip).toList());
      all.put(name, joined);
    }
  }
}
