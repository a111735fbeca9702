package org.dangwu.memberreview.grading;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** What people typed into a form, read without guessing. */
public final class Typed {

  private Typed() {}

  /** The day, or null when it is none. */
  public static LocalDate day(String text) {
    try {
      return text == null ? null : LocalDate.parse(text.strip());
    } catch (DateTimeParseException notADay) {
      return null;
    }
  }

  /** The whole number, or -1 when it is none. */
  public static int number(String text) {
    try {
      return text == null ? -1 : Integer.parseInt(text.strip());
    } catch (NumberFormatException notANumber) {
      return -1;
    }
  }

  /** The text without blanks around it; never null. */
  public static String text(String text) {
    return text == null ? "" : text.replace("\r\n", "\n").strip();
  }
}
