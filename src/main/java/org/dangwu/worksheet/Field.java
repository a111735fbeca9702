package org.dangwu.worksheet;

import java.util.List;

/**
 * One thing that a sheet asks for. Its label and hint stand in the messages of the module under
 * {@code <process>.<element without UserTask_>.<name>} and {@code ….hint}.
 *
 * @param choices for the kinds that choose
 * @param condition name and accepted values of another field, e.g. {@code measure=DEADLINE|REMOVE};
 *     empty when the field is always asked for
 * @param columns for rows
 * @param hidden never shown to readers of the matter
 */
public record Field(
    String name,
    Kind kind,
    boolean required,
    List<Choice> choices,
    String condition,
    List<Field> columns,
    boolean hidden) {

  /** How it is filled in. */
  public enum Kind {
    /** A long text. */
    TEXT,
    /** One line, for example the number of a letter. */
    LINE,
    DATE,
    /** A day that has come: what happened, not what is planned. */
    PAST,
    /** A whole number, not negative. */
    NUMBER,
    /** One of the choices, all shown. */
    CHOICE,
    /** One of the choices, from a list. */
    SELECT,
    /** Any of the choices. */
    SEVERAL,
    /** Rows of columns, any number. */
    ROWS
  }

  public static Field text(String name) {
    return new Field(name, Kind.TEXT, true, List.of(), "", List.of(), false);
  }

  public static Field line(String name) {
    return new Field(name, Kind.LINE, true, List.of(), "", List.of(), false);
  }

  public static Field date(String name) {
    return new Field(name, Kind.DATE, true, List.of(), "", List.of(), false);
  }

  public static Field past(String name) {
    return new Field(name, Kind.PAST, true, List.of(), "", List.of(), false);
  }

  public static Field number(String name) {
    return new Field(name, Kind.NUMBER, true, List.of(), "", List.of(), false);
  }

  public static Field choice(String name, List<Choice> choices) {
    return new Field(name, Kind.CHOICE, true, choices, "", List.of(), false);
  }

  public static Field select(String name, List<Choice> choices) {
    return new Field(name, Kind.SELECT, true, choices, "", List.of(), false);
  }

  public static Field several(String name, List<Choice> choices) {
    return new Field(name, Kind.SEVERAL, true, choices, "", List.of(), false);
  }

  public static Field rows(String name, Field... columns) {
    return new Field(name, Kind.ROWS, false, List.of(), "", List.of(columns), false);
  }

  public Field optional() {
    return new Field(name, kind, false, choices, condition, columns, hidden);
  }

  /** Asked for only while another field has one of these values. */
  public Field when(String other, String... values) {
    return new Field(
        name, kind, required, choices, other + "=" + String.join("|", values), columns, hidden);
  }

  public Field hide() {
    return new Field(name, kind, required, choices, condition, columns, true);
  }

  boolean isAsked(Answers answers) {
    if (condition.isEmpty()) {
      return true;
    }
    int equals = condition.indexOf('=');
    String other = answers.text(condition.substring(0, equals));
    return List.of(condition.substring(equals + 1).split("\\|")).contains(other);
  }

  String labelOf(String value) {
    return choices.stream()
        .filter(choice -> choice.value().equals(value))
        .map(Choice::label)
        .findFirst()
        .orElse(value);
  }
}
