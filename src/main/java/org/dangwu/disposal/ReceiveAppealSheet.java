package org.dangwu.disposal;

import java.util.List;
import java.util.Map;
import org.dangwu.disposal.DisposalProcess.Tasks;
import org.dangwu.worksheet.Answers;
import org.dangwu.worksheet.Field;
import org.dangwu.worksheet.SheetTask;
import org.springframework.stereotype.Component;

/** An appeal suspends nothing unless the superior says so (D09). */
@Component("disposalReceiveAppealSheet")
class ReceiveAppealSheet extends DisposalSheet {

  private final AppealBook appeals;

  ReceiveAppealSheet(DisposalRegister register, AppealBook appeals, Sentences sentences) {
    super(Tasks.RECEIVE_APPEAL, register, sentences);
    this.appeals = appeals;
  }

  @Override
  public List<Field> fields(SheetTask task) {
    return List.of(
        Field.past("on"),
        Field.choice("suspend", choices("NO", "YES")),
        Field.text("reason").when("suspend", "YES"));
  }

  @Override
  public Map<String, Object> finish(SheetTask task, Answers answers) {
    appeals.suspend(task.matterId(), answers.is("suspend", "YES"));
    return Map.of();
  }
}
