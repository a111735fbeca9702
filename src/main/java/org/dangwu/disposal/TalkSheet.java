package org.dangwu.disposal;

import java.util.List;
import org.dangwu.disposal.DisposalProcess.Tasks;
import org.dangwu.worksheet.Field;
import org.dangwu.worksheet.SheetTask;
import org.springframework.stereotype.Component;

/** Two formal members tell the person and hear him (D04, D09). */
@Component("disposalTalkSheet")
class TalkSheet extends DisposalSheet {

  TalkSheet(DisposalRegister register, Sentences sentences) {
    super(Tasks.TALK, register, sentences);
  }

  @Override
  public List<Field> fields(SheetTask task) {
    return List.of(
        Field.choice("way", choices("HELD", "REFUSED_TALK", "UNREACHABLE")),
        Field.past("on"),
        Field.line("place").when("way", "HELD"),
        Field.text("told").when("way", "HELD"),
        Field.text("said").when("way", "HELD"),
        Field.text("record").when("way", "REFUSED_TALK", "UNREACHABLE"));
  }

  @Override
  public boolean takesFiles() {
    return true;
  }
}
