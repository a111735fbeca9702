package org.dangwu.worksheet;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds the sheet of a task and the matters of a process. */
@Component
class Sheets {

  private final ObjectProvider<Worksheet> sheets;
  private final ObjectProvider<Matters> matters;

  Sheets(ObjectProvider<Worksheet> sheets, ObjectProvider<Matters> matters) {
    this.sheets = sheets;
    this.matters = matters;
  }

  Optional<Worksheet> of(String process, String element) {
    return sheets.stream()
        .filter(sheet -> sheet.process().equals(process) && sheet.element().equals(element))
        .findFirst();
  }

  Optional<Matters> matters(String process) {
    return matters.stream().filter(one -> one.process().equals(process)).findFirst();
  }

  List<Matters> allMatters() {
    return matters.orderedStream().toList();
  }

  /** What readers are shown of a completed sheet. */
  static List<Line> shown(
      Worksheet sheet, List<Field> fields, Answers answers, Sentences sentences) {
    return fields.stream()
        .filter(field -> !field.hidden() && field.isAsked(answers))
        .map(
            field ->
                new Line(
                    sentences.label(sheet, field.name()), text(sheet, field, answers, sentences)))
        .filter(line -> !line.text().isEmpty())
        .toList();
  }

  private static String text(Worksheet sheet, Field field, Answers answers, Sentences sentences) {
    return switch (field.kind()) {
      case CHOICE, SELECT -> field.labelOf(answers.text(field.name()));
      case SEVERAL ->
          String.join("、", answers.list(field.name()).stream().map(field::labelOf).toList());
      case ROWS ->
          String.join(
              "\n",
              answers.rows(field.name()).stream()
                  .map(
                      row ->
                          String.join(
                              "；",
                              field.columns().stream()
                                  .filter(column -> !column.hidden())
                                  .map(
                                      column -> column.labelOf(row.getOrDefault(column.name(), "")))
                                  .filter(text -> !text.isEmpty())
                                  .toList()))
                  .toList());
      case TEXT, LINE, DATE, PAST, NUMBER -> answers.text(field.name());
    };
  }
}
