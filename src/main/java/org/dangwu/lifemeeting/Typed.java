package org.dangwu.lifemeeting;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.springframework.util.MultiValueMap;

/** What was typed into a page, read without judging it. */
final class Typed {

  private Typed() {}

  /** The field, or empty. */
  static String text(MultiValueMap<String, String> form, String name) {
    String value = form.getFirst(name);
    return value == null ? "" : value;
  }

  /** The day, or null when it is none. */
  static LocalDate day(String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException notADay) {
      return null;
    }
  }

  /** The constant of this name, or null. */
  static <E extends Enum<E>> E one(Class<E> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(known -> known.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  /** Whether something was typed that is not too long. */
  static boolean fits(String text, int longest) {
    return !text.isBlank() && text.strip().length() <= longest;
  }
}
