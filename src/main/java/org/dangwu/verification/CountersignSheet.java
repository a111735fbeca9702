package org.dangwu.verification;

import java.util.List;
import java.util.Map;
import org.dangwu.verification.VerificationProcess.Tasks;
import org.dangwu.worksheet.Answers;
import org.dangwu.worksheet.Field;
import org.dangwu.worksheet.SheetTask;
import org.springframework.stereotype.Component;

/** Every other investigator answers for the findings too, or says where he differs. */
@Component
class CountersignSheet extends VerificationSheet {

  CountersignSheet(VerificationRegister register, Sentences sentences) {
    super(Tasks.COUNTERSIGN, register, sentences);
  }

  @Override
  public List<Field> fields(SheetTask task) {
    return List.of(
        Field.choice("opinion", choices("AGREE", "RESERVE", "RETURN")),
        Field.text("remark").when("opinion", "RESERVE", "RETURN"));
  }

  @Override
  public Map<String, Object> finish(SheetTask task, Answers answers) {
    return answers.is("opinion", "RETURN")
        ? Map.of(VerificationProcess.FINDINGS_AGREED, VerificationProcess.NO)
        : Map.of();
  }
}
