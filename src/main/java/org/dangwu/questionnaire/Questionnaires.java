package org.dangwu.questionnaire;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The questionnaires of the cases (A09). Decides nothing about who may publish or close: callers
 * do. All methods take part in the running transaction.
 */
public interface Questionnaires {

  /** The open one, else the one that was closed last. */
  Optional<Questionnaire> ofCase(String caseId);

  /**
   * Opens a questionnaire to the public.
   *
   * @return the token of its address, which is not kept and cannot be asked for again
   * @throws QuestionnaireRefused when one is still open, or texts or the closing date will not do
   */
  String publish(Draft draft);

  /**
   * Closes the old address and gives the token of a new one.
   *
   * @throws QuestionnaireRefused when it is closed
   */
  String renewLink(String questionnaireId);

  /**
   * @throws QuestionnaireRefused when the day has passed or the questionnaire is closed
   */
  void moveClosing(String questionnaireId, LocalDate closesOn);

  /** The address of the page of a token. */
  String address(String token, String addressOfApplication);

  /**
   * Ends the questionnaire and hands its answers over in random order; nothing of them stays
   * behind.
   *
   * @throws QuestionnaireRefused when it is closed already
   */
  List<Answer> close(String questionnaireId);
}
