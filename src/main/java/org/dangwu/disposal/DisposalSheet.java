package org.dangwu.disposal;

import org.dangwu.worksheet.SheetBase;
import org.dangwu.worksheet.SheetTask;

/** What all sheets of a disposal share. */
abstract class DisposalSheet extends SheetBase {

  final DisposalRegister register;
  final Sentences sentences;

  DisposalSheet(String element, DisposalRegister register, Sentences sentences) {
    super(DisposalProcess.KEY, element, sentences);
    this.register = register;
    this.sentences = sentences;
  }

  Disposal disposal(SheetTask task) {
    return register.get(task.matterId());
  }
}
