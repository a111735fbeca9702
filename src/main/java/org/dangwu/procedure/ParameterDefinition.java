package org.dangwu.procedure;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/**
 * A figure with its default and where it comes from.
 *
 * @param unit unit of the figure, shown to users, e.g. 日（自然日）
 * @param evidence S, V: stated by the rules; P, I, U: a default that anyone may change
 * @param bound in which direction a rule's figure may be changed
 */
public record ParameterDefinition(
    @NotBlank String key,
    @NotBlank String label,
    int value,
    @NotBlank String unit,
    @NotNull Evidence evidence,
    @NotBlank String source,
    @NotNull Bound bound) {

  /** How well a figure is founded. */
  public enum Evidence {
    S,
    V,
    O,
    P,
    I,
    U
  }

  /** Which changes keep the rule. */
  public enum Bound {
    AT_LEAST,
    AT_MOST,
    FREE;

    boolean allows(int value, int rule) {
      return switch (this) {
        case AT_LEAST -> value >= rule;
        case AT_MOST -> value <= rule;
        case FREE -> true;
      };
    }
  }
}
