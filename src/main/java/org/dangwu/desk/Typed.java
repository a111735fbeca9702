package org.dangwu.desk;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.util.MultiValueMap;

/** What was typed into a form, as it stands; whether it may stand is for the rules to say. */
public record Typed(MultiValueMap<String, String> form) {

  /** Without blanks around it; empty when nothing was typed. */
  public String text(String name) {
    String value = form.getFirst(name);
    return value == null ? "" : value.replace("\r\n", "\n").strip();
  }

  /** Null when nothing or no day was typed. */
  public LocalDate day(String name) {
    try {
      return text(name).isEmpty() ? null : LocalDate.parse(text(name));
    } catch (DateTimeParseException notADay) {
      return null;
    }
  }

  /** To the minute; null when nothing or no time of day was typed. */
  public LocalTime time(String name) {
    try {
      return text(name).isEmpty()
          ? null
          : LocalTime.parse(text(name)).truncatedTo(ChronoUnit.MINUTES);
    } catch (DateTimeParseException notATime) {
      return null;
    }
  }

  /** -1 when nothing or no whole number was typed. */
  public int number(String name) {
    try {
      return Integer.parseInt(text(name));
    } catch (NumberFormatException notANumber) {
      return -1;
    }
  }

  /** All that was chosen under a name, nothing twice. */
  public List<String> chosen(String name) {
    return form.getOrDefault(name, List.of()).stream()
        .filter(value -> !value.isBlank())
        .distinct()
        .toList();
  }

  public boolean checked(String name) {
    return form.containsKey(name);
  }

  /** Null when it is none of the names. */
  public <E extends Enum<E>> E choice(Class<E> type, String name) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text(name))) {
        return constant;
      }
    }
    return null;
  }
}
