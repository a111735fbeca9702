package org.dangwu.questionnaire;

import java.time.LocalDate;
import java.util.List;

/**
 * A published questionnaire, without its answers.
 *
 * @param closed answers are no longer taken and were handed over to the asker
 * @param received how many forms came in
 */
public record Questionnaire(
    String id,
    String caseId,
    String title,
    String asker,
    String introduction,
    LocalDate closesOn,
    boolean closed,
    int received,
    List<Question> questions) {

  public Questionnaire {
    questions = List.copyOf(questions);
  }

  /** Whether answers are taken on that day. */
  public boolean takesAnswersOn(LocalDate day) {
    return !closed && !day.isAfter(closesOn);
  }
}
