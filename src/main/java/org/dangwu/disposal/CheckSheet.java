package org.dangwu.disposal;

import java.util.List;
import org.dangwu.disposal.DisposalProcess.Tasks;
import org.dangwu.worksheet.Field;
import org.dangwu.worksheet.SheetTask;
import org.springframework.stereotype.Component;

/** A look at the person in the middle of his time limit (D08). */
@Component("disposalCheckSheet")
class CheckSheet extends DisposalSheet {

  CheckSheet(DisposalRegister register, Sentences sentences) {
    super(Tasks.CHECK, register, sentences);
  }

  @Override
  public List<Field> fields(SheetTask task) {
    return List.of(
        Field.past("on"), Field.text("situation"), Field.text("help"), Field.text("next"));
  }

  @Override
  public boolean takesFiles() {
    return true;
  }
}
