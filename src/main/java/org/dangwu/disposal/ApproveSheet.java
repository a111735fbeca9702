package org.dangwu.disposal;

import java.util.List;
import java.util.Map;
import org.dangwu.disposal.DisposalProcess.Tasks;
import org.dangwu.worksheet.Answers;
import org.dangwu.worksheet.Field;
import org.dangwu.worksheet.SheetTask;
import org.springframework.stereotype.Component;

/** The grass-roots committee decides together (D04). */
@Component("disposalApproveSheet")
class ApproveSheet extends DisposalSheet {

  private final DisposalTables tables;

  ApproveSheet(DisposalRegister register, DisposalTables tables, Sentences sentences) {
    super(Tasks.APPROVE, register, sentences);
    this.tables = tables;
  }

  @Override
  public List<Field> fields(SheetTask task) {
    return List.of(
        Field.choice("decision", choices("APPROVE", "RETURN")),
        Field.past("on"),
        Field.number("due"),
        Field.number("present"),
        Field.number("approve"),
        Field.line("number").when("decision", "APPROVE"),
        Field.text("reason"));
  }

  @Override
  public boolean takesFiles() {
    return true;
  }

  @Override
  public void check(SheetTask task, Answers answers) {
    if (answers.is("decision", "APPROVE")) {
      Map<String, Object> row =
          tables.vote(
              "PARTYGROUP",
              answers.number("due"),
              answers.number("present"),
              answers.number("approve"));
      if (!row.get("outcome").equals("PASSED")) {
        throw sentences.refusal("approve.vote", row.get("note"));
      }
    }
  }

  @Override
  public Map<String, Object> finish(SheetTask task, Answers answers) {
    boolean approved = answers.is("decision", "APPROVE");
    if (approved) {
      register.decide(task.matterId(), answers.date("on"));
    }
    return Map.of(DisposalProcess.DECIDED, DisposalProcess.answer(approved));
  }
}
