package org.dangwu.verification;

import java.util.List;
import java.util.Map;
import org.dangwu.verification.VerificationProcess.Tasks;
import org.dangwu.worksheet.Answers;
import org.dangwu.worksheet.Field;
import org.dangwu.worksheet.Line;
import org.dangwu.worksheet.SheetTask;
import org.springframework.stereotype.Component;

/** What was found and on what it rests (B15, B26). */
@Component
class FindingsSheet extends VerificationSheet {

  private final Indicators indicators;

  FindingsSheet(VerificationRegister register, Indicators indicators, Sentences sentences) {
    super(Tasks.FINDINGS, register, sentences);
    this.indicators = indicators;
  }

  @Override
  public List<Field> fields(SheetTask task) {
    return List.of(
        Field.text("findings"),
        Field.text("evidence"),
        Field.several("confirmed", indicators.choices()).optional());
  }

  @Override
  public List<Line> reading(SheetTask task, Answers answers) {
    String look = indicators.whatToVerify(register.get(task.matterId()).indicators());
    return look.isEmpty() ? List.of() : List.of(new Line(sentences.say("whatToVerify"), look));
  }

  @Override
  public boolean takesFiles() {
    return true;
  }

  @Override
  public Map<String, Object> finish(SheetTask task, Answers answers) {
    // Stands until one of those who countersign sends it back.
    return Map.of(VerificationProcess.FINDINGS_AGREED, VerificationProcess.YES);
  }
}
