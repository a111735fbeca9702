package org.dangwu.verification;

import java.util.List;
import org.dangwu.verification.VerificationProcess.Tasks;
import org.dangwu.worksheet.Answers;
import org.dangwu.worksheet.Field;
import org.dangwu.worksheet.SheetTask;
import org.springframework.stereotype.Component;

/** What the person said by word of mouth; silence is recorded only when his time is over. */
@Component
class RecordReplySheet extends VerificationSheet {

  private final ReplyDays replyDays;

  RecordReplySheet(VerificationRegister register, ReplyDays replyDays, Sentences sentences) {
    super(Tasks.RECORD_REPLY, register, sentences);
    this.replyDays = replyDays;
  }

  @Override
  public List<Field> fields(SheetTask task) {
    return List.of(
        Field.choice("way", choices("ORAL", "REFUSED_REPLY", "UNREACHABLE")),
        Field.date("on"),
        Field.text("record"));
  }

  @Override
  public boolean takesFiles() {
    return true;
  }

  @Override
  public void check(SheetTask task, Answers answers) {
    Verification verification = register.get(task.matterId());
    if (!answers.is("way", "ORAL") && !replyDays.isOver(verification)) {
      throw sentences.refusal("reply.tooEarly", replyDays.due(verification));
    }
  }
}
