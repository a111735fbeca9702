package org.dangwu.debriefing.preparation;

/**
 * Something a field team judged.
 *
 * @param evidence key of the table {@code field_evidence}, empty when none was chosen
 */
record FieldItem(String criterion, String evidence, String finding) {

  boolean blank() {
    return evidence.isEmpty() && finding.isEmpty();
  }
}
