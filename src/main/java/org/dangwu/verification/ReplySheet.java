package org.dangwu.verification;

import java.util.List;
import org.dangwu.verification.VerificationProcess.Tasks;
import org.dangwu.worksheet.Field;
import org.dangwu.worksheet.SheetTask;
import org.springframework.stereotype.Component;

/** The person is heard in his own words. */
@Component
class ReplySheet extends VerificationSheet {

  ReplySheet(VerificationRegister register, Sentences sentences) {
    super(Tasks.REPLY, register, sentences);
  }

  @Override
  public List<Field> fields(SheetTask task) {
    return List.of(
        Field.choice("stance", choices("ACCEPTS", "ACCEPTS_PARTLY", "DENIES")),
        Field.text("reply"));
  }

  @Override
  public boolean takesFiles() {
    return true;
  }
}
