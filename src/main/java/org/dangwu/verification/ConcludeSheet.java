package org.dangwu.verification;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dangwu.verification.VerificationProcess.Tasks;
import org.dangwu.worksheet.Answers;
import org.dangwu.worksheet.Choice;
import org.dangwu.worksheet.Field;
import org.dangwu.worksheet.SheetTask;
import org.springframework.stereotype.Component;

/** The conclusion of the investigators, after the person was heard. */
@Component
class ConcludeSheet extends VerificationSheet {

  ConcludeSheet(VerificationRegister register, Sentences sentences) {
    super(Tasks.CONCLUDE, register, sentences);
  }

  @Override
  public List<Field> fields(SheetTask task) {
    return List.of(
        Field.choice(
            "conclusion",
            Arrays.stream(Conclusion.values())
                .map(one -> new Choice(one.name(), one.label()))
                .toList()),
        Field.text("reason"));
  }

  @Override
  public Map<String, Object> finish(SheetTask task, Answers answers) {
    register.propose(
        task.matterId(),
        Conclusion.ofName(answers.text("conclusion")).orElseThrow(),
        answers.text("reason"));
    return Map.of();
  }
}
