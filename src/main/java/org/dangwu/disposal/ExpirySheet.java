package org.dangwu.disposal;

import java.util.List;
import java.util.Map;
import org.dangwu.disposal.DisposalProcess.Tasks;
import org.dangwu.worksheet.Answers;
import org.dangwu.worksheet.Field;
import org.dangwu.worksheet.SheetTask;
import org.springframework.stereotype.Component;

/** The branch discusses whether the person improved (D08). */
@Component("disposalExpirySheet")
class ExpirySheet extends DisposalSheet {

  private final DisposalTables tables;
  private final AppealBook appeals;

  ExpirySheet(
      DisposalRegister register, DisposalTables tables, AppealBook appeals, Sentences sentences) {
    super(Tasks.EXPIRY, register, sentences);
    this.tables = tables;
    this.appeals = appeals;
  }

  @Override
  public List<Field> fields(SheetTask task) {
    return List.of(
        Field.past("on"),
        Field.text("situation"),
        Field.text("personOpinion"),
        Field.number("due"),
        Field.number("present"),
        Field.number("approve"),
        Field.choice("result", choices("IMPROVED", "NOT_IMPROVED")),
        Field.text("reason"));
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
    if (answers.date("on").isBefore(disposal(task).correctUntil())) {
      throw sentences.refusal("expiry.early", disposal(task).correctUntil());
    }
    Map<String, Object> row =
        tables.vote(
            "GENERAL", answers.number("due"), answers.number("present"), answers.number("approve"));
    if (!row.get("outcome").equals("PASSED")) {
      throw sentences.refusal("expiry.vote", row.get("note"));
    }
  }

  @Override
  public Map<String, Object> finish(SheetTask task, Answers answers) {
    return Map.of(
        DisposalProcess.CORRECTED, DisposalProcess.answer(answers.is("result", "IMPROVED")));
  }
}
