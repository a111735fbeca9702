package org.dangwu.disposal;

import java.util.List;
import org.dangwu.disposal.DisposalProcess.Tasks;
import org.dangwu.worksheet.Field;
import org.dangwu.worksheet.SheetTask;
import org.springframework.stereotype.Component;

/** Criticism and education (R3 art 29). */
@Component("disposalEducateSheet")
class EducateSheet extends DisposalSheet {

  private final DisposalPeople people;

  EducateSheet(DisposalRegister register, DisposalPeople people, Sentences sentences) {
    super(Tasks.EDUCATE, register, sentences);
    this.people = people;
  }

  @Override
  public List<Field> fields(SheetTask task) {
    return List.of(
        Field.past("on"),
        Field.select("by", people.talkers(disposal(task))),
        Field.text("record"),
        Field.text("attitude"));
  }

  @Override
  public boolean takesFiles() {
    return true;
  }
}
