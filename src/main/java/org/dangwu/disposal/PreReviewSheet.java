package org.dangwu.disposal;

import java.util.List;
import java.util.Map;
import org.dangwu.disposal.DisposalProcess.Tasks;
import org.dangwu.worksheet.Answers;
import org.dangwu.worksheet.Field;
import org.dangwu.worksheet.SheetTask;
import org.springframework.stereotype.Component;

/** The grass-roots committee looks at it before the assembly does (D04). */
@Component("disposalPreReviewSheet")
class PreReviewSheet extends DisposalSheet {

  private final DisposalPeople people;

  PreReviewSheet(DisposalRegister register, DisposalPeople people, Sentences sentences) {
    super(Tasks.PRE_REVIEW, register, sentences);
    this.people = people;
  }

  @Override
  public List<Field> fields(SheetTask task) {
    return List.of(
        Field.choice("decision", choices("AGREE", "RETURN")),
        Field.text("opinion"),
        Field.select("representative", people.representatives(disposal(task)))
            .when("decision", "AGREE"));
  }

  @Override
  public Map<String, Object> finish(SheetTask task, Answers answers) {
    return Map.of(
        DisposalProcess.REVIEWED, DisposalProcess.answer(answers.is("decision", "AGREE")));
  }
}
