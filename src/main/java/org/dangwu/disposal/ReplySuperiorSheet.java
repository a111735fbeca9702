package org.dangwu.disposal;

import java.util.List;
import java.util.Map;
import org.dangwu.disposal.DisposalProcess.Tasks;
import org.dangwu.worksheet.Answers;
import org.dangwu.worksheet.Field;
import org.dangwu.worksheet.SheetTask;
import org.springframework.stereotype.Component;

/** The next higher organisation department answers in writing (D04). */
@Component("disposalReplySuperiorSheet")
class ReplySuperiorSheet extends DisposalSheet {

  ReplySuperiorSheet(DisposalRegister register, Sentences sentences) {
    super(Tasks.REPLY_SUPERIOR, register, sentences);
  }

  @Override
  public List<Field> fields(SheetTask task) {
    return List.of(
        Field.choice("decision", choices("AGREE", "REFUSE")),
        Field.line("number"),
        Field.past("on"),
        Field.text("opinion"));
  }

  @Override
  public boolean takesFiles() {
    return true;
  }

  @Override
  public Map<String, Object> finish(SheetTask task, Answers answers) {
    return Map.of(
        DisposalProcess.REVIEWED, DisposalProcess.answer(answers.is("decision", "AGREE")));
  }
}
