package org.dangwu.disposal;

import java.util.List;
import java.util.Map;
import org.dangwu.disposal.DisposalProcess.Tasks;
import org.dangwu.worksheet.Answers;
import org.dangwu.worksheet.Field;
import org.dangwu.worksheet.SheetTask;
import org.springframework.stereotype.Component;

/** Roster, relation and file follow the decision, unless an appeal suspends it (D04, D09). */
@Component("disposalRegisterSheet")
class RegisterSheet extends DisposalSheet {

  private final AppealBook appeals;

  RegisterSheet(DisposalRegister register, AppealBook appeals, Sentences sentences) {
    super(Tasks.REGISTER, register, sentences);
    this.appeals = appeals;
  }

  @Override
  public List<Field> fields(SheetTask task) {
    return List.of(Field.past("on"), Field.line("number"), Field.text("note").optional());
  }

  @Override
  public void check(SheetTask task, Answers answers) {
    if (appeals.suspends(task.matterId())) {
      throw sentences.refusal("appeal.waits");
    }
  }

  @Override
  public Map<String, Object> finish(SheetTask task, Answers answers) {
    return Map.of(DisposalProcess.EXECUTED, DisposalProcess.YES);
  }
}
