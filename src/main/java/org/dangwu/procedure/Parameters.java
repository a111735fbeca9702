package org.dangwu.procedure;

import java.util.List;
import java.util.OptionalInt;

/**
 * Figures that an office may set for itself and all below it, per year. What the rules themselves
 * fix can only be made stricter.
 */
public interface Parameters {

  /**
   * The figure in force for an organisation: its own, else that of the nearest superior that set
   * one, else the default.
   *
   * @throws IllegalArgumentException when no such parameter exists
   * @throws org.dangwu.engine.SubmissionRefused when it has no default and nobody set it
   */
  int number(String key, String organization, int year);

  /** The figure in force; empty when it has no default and nobody set it. */
  default OptionalInt figure(String key, String organization, int year) {
    return OptionalInt.of(number(key, organization, year));
  }

  /** Whether something is asked for: a parameter of the unit 是/否, 1 or 0. */
  default boolean flag(String key, String organization, int year) {
    return number(key, organization, year) == 1;
  }

  /** All parameters with default, evidence and source. */
  List<ParameterDefinition> definitions();

  /**
   * Sets a figure for an organisation and year, in force for all below it that set none. Decides
   * nothing about who may: callers do.
   *
   * @throws org.dangwu.engine.SubmissionRefused when it would loosen a rule, or what a superior
   *     made of it
   */
  void set(String key, String organization, int year, int value, String userId);
}
