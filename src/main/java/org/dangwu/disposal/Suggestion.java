package org.dangwu.disposal;

import java.util.Map;

/**
 * What the table {@code disposal_type} advises; the committee decides.
 *
 * @param action a code of the table
 * @param inputs what it was asked with, kept for the record
 */
record Suggestion(
    String action, String label, String groundText, int maxMonths, Map<String, Object> inputs) {

  boolean agreesWith(Measure measure) {
    return action.equals("PROBATION_PATH")
        ? measure == Measure.CRITICISM
            || measure == Measure.EXTEND_PROBATION
            || measure == Measure.CANCEL_PROBATION
        : action.equals(measure.name());
  }
}
