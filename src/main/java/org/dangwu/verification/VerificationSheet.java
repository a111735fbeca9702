package org.dangwu.verification;

import org.dangwu.worksheet.Choice;
import org.dangwu.worksheet.Worksheet;

/** What all sheets of a verification share. */
abstract class VerificationSheet implements Worksheet {

  private final String element;
  final VerificationRegister register;
  final Sentences sentences;

  VerificationSheet(String element, VerificationRegister register, Sentences sentences) {
    this.element = element;
    this.register = register;
    this.sentences = sentences;
  }

  @Override
  public String process() {
    return VerificationProcess.KEY;
  }

  @Override
  public String element() {
    return element;
  }

  /** A choice whose label stands in the messages. */
  Choice choice(String value) {
    return new Choice(value, sentences.say("choice." + value));
  }
}
