package org.dangwu.debriefing.appraisal;

import java.time.LocalDate;
import java.util.Optional;
import org.dangwu.debriefing.SecretaryGrade;

/**
 * What is put forward of one secretary (综合评价意见, F-C6), and what became of it.
 *
 * @param daily what is known of him from daily contact (平时调研情况)
 * @param fieldGrade how the organisers rate the field check, only for the advisory composite
 * @param dailyGrade the same of what is known from daily contact
 * @param grade the grade put forward, {@code null} while undecided
 * @param reason why it differs from the advisory grade
 * @param studied the grade that the committee carried last, or {@code null}
 * @param settled the grade that stands, or {@code null}
 */
record Opinion(
    String entryId,
    String caseId,
    String daily,
    SecretaryGrade fieldGrade,
    SecretaryGrade dailyGrade,
    String achievements,
    String problems,
    SecretaryGrade grade,
    String reason,
    SecretaryGrade studied,
    SecretaryGrade settled,
    LocalDate decidedOn) {

  static Opinion empty(String entryId, String caseId) {
    return begun(entryId, caseId, null);
  }

  /** One on which nothing was typed yet. */
  static Opinion begun(String entryId, String caseId, SecretaryGrade fieldGrade) {
    return new Opinion(entryId, caseId, "", fieldGrade, null, "", "", null, "", null, null, null);
  }

  boolean isComplete() {
    return grade != null;
  }

  Optional<SecretaryGrade> rated(String component) {
    return Optional.ofNullable(
        switch (component) {
          case Composite.FIELD -> fieldGrade;
          case Composite.DAILY -> dailyGrade;
          default -> null;
        });
  }
}
