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

  private final Days days;

  ReplySuperiorSheet(DisposalRegister register, Days days, Sentences sentences) {
    super(Tasks.REPLY_SUPERIOR, register, sentences);
    this.days = days;
  }

  @Override
  public List<Field> fields(SheetTask task) {
    return List.of(
        Field.choice("decision", choices("AGREE", "REFUSE")),
        Field.line("number"),
        Field.date("on"),
        Field.text("opinion"));
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
    return Map.of(
        DisposalProcess.REVIEWED, DisposalProcess.answer(answers.is("decision", "AGREE")));
  }
}
