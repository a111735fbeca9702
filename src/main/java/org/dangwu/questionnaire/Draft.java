package org.dangwu.questionnaire;

import java.time.LocalDate;
import java.util.List;

/**
 * A questionnaire about to be published.
 *
 * @param asker who asks (征求单位)
 * @param introduction what it is for and what happens with the answers
 * @param closesOn last day on which answers are taken
 */
public record Draft(
    String caseId,
    String title,
    String asker,
    String introduction,
    LocalDate closesOn,
    List<Question> questions) {

  public Draft {
    questions = List.copyOf(questions);
  }
}
