package org.dangwu.disposal;

import java.util.List;
import java.util.Map;
import org.dangwu.disposal.DisposalProcess.Tasks;
import org.dangwu.worksheet.Answers;
import org.dangwu.worksheet.Field;
import org.dangwu.worksheet.SheetTask;
import org.springframework.stereotype.Component;

/** Criticism and education (R3 art 29). */
@Component("disposalEducateSheet")
class EducateSheet extends DisposalSheet {

  private final DisposalPeople people;
  private final Days days;

  EducateSheet(DisposalRegister register, DisposalPeople people, Days days, Sentences sentences) {
    super(Tasks.EDUCATE, register, sentences);
    this.people = people;
    this.days = days;
  }

  @Override
  public List<Field> fields(SheetTask task) {
    return List.of(
        Field.date("on"),
        Field.select("by", people.talkers(disposal(task))),
        Field.text("record"),
        Field.text("attitude"));
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
