package org.dangwu.verification;

import java.util.List;
import java.util.Map;
import org.dangwu.verification.VerificationProcess.Tasks;
import org.dangwu.worksheet.Answers;
import org.dangwu.worksheet.Field;
import org.dangwu.worksheet.SheetTask;
import org.springframework.stereotype.Component;

/** The grass-roots committee agrees to the conclusion or sends it back. */
@Component
class ReviewSheet extends VerificationSheet {

  ReviewSheet(VerificationRegister register, Sentences sentences) {
    super(Tasks.REVIEW, register, sentences);
  }

  @Override
  public List<Field> fields(SheetTask task) {
    return List.of(Field.choice("decision", choices("AGREE", "RETURN")), Field.text("opinion"));
  }

  @Override
  public Map<String, Object> finish(SheetTask task, Answers answers) {
    return Map.of(
        VerificationProcess.CONCLUSION_AGREED,
        VerificationProcess.answer(answers.is("decision", "AGREE")));
  }
}
