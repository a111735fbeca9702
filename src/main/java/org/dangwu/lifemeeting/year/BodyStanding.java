package org.dangwu.lifemeeting.year;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Where one body stands.
 *
 * @param day when it met, or until when it was postponed or ordered to meet; null otherwise
 * @param reason why its meeting could not be started, or null
 * @param runCase case of its run, or null
 * @param number business key of its run, or null
 */
public record BodyStanding(
    String code,
    String name,
    BodyState state,
    LocalDate day,
    String reason,
    String runCase,
    String number) {

  boolean isOpen() {
    return !state.isSettled() && state != BodyState.ORDERED;
  }

  /** Name of the state with its day, as in a list. */
  public String text() {
    return switch (state) {
      case HELD -> "%s（%s）".formatted(state.label(), day);
      case POSTPONED -> "%s（至%s）".formatted(state.label(), day);
      case ORDERED -> "%s（%s前）".formatted(state.label(), day);
      default ->
          Objects.toString(reason, "").isEmpty() ? state.label() : state.label() + "：" + reason;
    };
  }
}
