package org.dangwu.verification;

import org.dangwu.worksheet.SheetBase;

/** What all sheets of a verification share. */
abstract class VerificationSheet extends SheetBase {

  final VerificationRegister register;
  final Sentences sentences;

  VerificationSheet(String element, VerificationRegister register, Sentences sentences) {
    super(VerificationProcess.KEY, element, sentences);
    this.register = register;
    this.sentences = sentences;
  }
}
