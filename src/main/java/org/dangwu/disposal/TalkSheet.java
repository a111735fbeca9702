package org.dangwu.disposal;

import java.util.List;
import java.util.Map;
import org.dangwu.disposal.DisposalProcess.Tasks;
import org.dangwu.worksheet.Answers;
import org.dangwu.worksheet.Field;
import org.dangwu.worksheet.SheetTask;
import org.springframework.stereotype.Component;

/** Two formal members tell the person and hear him (D04, D09). */
@Component("disposalTalkSheet")
class TalkSheet extends DisposalSheet {

  private final Days days;

  TalkSheet(DisposalRegister register, Days days, Sentences sentences) {
    super(Tasks.TALK, register, sentences);
    this.days = days;
  }

  @Override
  public List<Field> fields(SheetTask task) {
    return List.of(
        Field.choice("way", choices("HELD", "REFUSED_TALK", "UNREACHABLE")),
        Field.date("on"),
        Field.line("place").when("way", "HELD"),
        Field.text("told").when("way", "HELD"),
        Field.text("said").when("way", "HELD"),
        Field.text("record").when("way", "REFUSED_TALK", "UNREACHABLE"));
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
