package org.dangwu.questionnaire;

/** Something was not accepted; the message is a Chinese sentence that says what to do. */
public class QuestionnaireRefused extends RuntimeException {

  public QuestionnaireRefused(String sentence) {
    super(sentence);
  }
}
