package org.dangwu.disposal;

import java.util.List;
import java.util.Map;
import org.dangwu.disposal.DisposalProcess.Tasks;
import org.dangwu.worksheet.Answers;
import org.dangwu.worksheet.Field;
import org.dangwu.worksheet.SheetTask;
import org.springframework.stereotype.Component;

/** The person is advised to leave; who refuses is removed by procedure (D02). */
@Component("disposalAdviseSheet")
class AdviseSheet extends DisposalSheet {

  private final AppealBook appeals;

  AdviseSheet(DisposalRegister register, AppealBook appeals, Sentences sentences) {
    super(Tasks.ADVISE, register, sentences);
    this.appeals = appeals;
  }

  @Override
  public List<Field> fields(SheetTask task) {
    return List.of(
        Field.past("on"), Field.text("record"), Field.choice("answer", choices("LEAVES", "STAYS")));
  }

  @Override
  public boolean takesFiles() {
    return true;
  }

  @Override
  public void check(SheetTask task, Answers answers) {
    if (appeals.suspends(task.matterId())) {
      throw sentences.refusal("appeal.waits");
    }
  }

  @Override
  public Map<String, Object> finish(SheetTask task, Answers answers) {
    return Map.of(DisposalProcess.LEAVES, DisposalProcess.answer(answers.is("answer", "LEAVES")));
  }
}
