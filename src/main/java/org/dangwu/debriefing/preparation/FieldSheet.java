package org.dangwu.debriefing.preparation;

import java.time.LocalDate;
import java.util.List;
import org.dangwu.debriefing.SecretaryGrade;

/**
 * A field check as its team writes it (实地考核记录, F-C3).
 *
 * @param checkedOn null while not entered
 * @param methods keys of the table {@code field_evidence}
 * @param problems one a line
 * @param impression null when the team gives none
 * @param handedIn whether the task is done
 */
record FieldSheet(
    String entryId,
    String caseId,
    String fieldCheckId,
    LocalDate checkedOn,
    List<String> methods,
    String places,
    String peopleMet,
    String facts,
    String problems,
    SecretaryGrade impression,
    List<FieldItem> items,
    boolean handedIn) {

  FieldSheet {
    methods = List.copyOf(methods);
    items = List.copyOf(items);
  }

  static FieldSheet blank(String entryId, String caseId, String fieldCheckId) {
    return new FieldSheet(
        entryId, caseId, fieldCheckId, null, List.of(), "", "", "", "", null, List.of(), false);
  }
}
