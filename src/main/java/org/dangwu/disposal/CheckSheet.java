package org.dangwu.disposal;

import java.util.List;
import java.util.Map;
import org.dangwu.disposal.DisposalProcess.Tasks;
import org.dangwu.worksheet.Answers;
import org.dangwu.worksheet.Field;
import org.dangwu.worksheet.SheetTask;
import org.springframework.stereotype.Component;

/** A look at the person in the middle of his time limit (D08). */
@Component("disposalCheckSheet")
class CheckSheet extends DisposalSheet {

  private final Days days;

  CheckSheet(DisposalRegister register, Days days, Sentences sentences) {
    super(Tasks.CHECK, register, sentences);
    this.days = days;
  }

  @Override
  public List<Field> fields(SheetTask task) {
    return List.of(
        Field.date("on"), Field.text("situation"), Field.text("help"), Field.text("next"));
  }

  @Override
  public boolean takesFiles() {
    return true;
  }

  @Override
  public void check(SheetTask task, Answers answers) {
    requirePast(answers, "on", days);
  }

  @Override
  public Map<String, Object> finish(SheetTask task, Answers answers) {
    return Map.of();
  }
}
