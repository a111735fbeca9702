package org.dangwu.disposal;

import java.util.List;
import java.util.Map;
import org.dangwu.disposal.DisposalProcess.Tasks;
import org.dangwu.worksheet.Answers;
import org.dangwu.worksheet.Field;
import org.dangwu.worksheet.SheetRecord;
import org.dangwu.worksheet.SheetRecords;
import org.dangwu.worksheet.SheetTask;
import org.springframework.stereotype.Component;

/** The second of the two answers for the record too (D04). */
@Component("disposalConfirmTalkSheet")
class ConfirmTalkSheet extends DisposalSheet {

  private final SheetRecords records;

  ConfirmTalkSheet(DisposalRegister register, SheetRecords records, Sentences sentences) {
    super(Tasks.CONFIRM_TALK, register, sentences);
    this.records = records;
  }

  @Override
  public List<Field> fields(SheetTask task) {
    return List.of(
        Field.choice("opinion", choices("CORRECT", "RETURN")),
        Field.text("remark").when("opinion", "RETURN"));
  }

  @Override
  public void check(SheetTask task, Answers answers) {
    SheetRecord talk =
        records.of(DisposalProcess.KEY, task.matterId()).stream()
            .filter(sheet -> sheet.element().equals(Tasks.TALK))
            .reduce((first, second) -> second)
            .orElseThrow();
    // Tasks can be given to somebody else; two people must stand behind the record all the same.
    if (talk.writtenBy().equals(task.user())) {
      throw sentences.refusal("talk.two");
    }
  }

  @Override
  public Map<String, Object> finish(SheetTask task, Answers answers) {
    return Map.of(
        DisposalProcess.TALK_CONFIRMED, DisposalProcess.answer(answers.is("opinion", "CORRECT")));
  }
}
