package org.dangwu.disposal;

import java.util.List;
import org.dangwu.disposal.DisposalProcess.Tasks;
import org.dangwu.worksheet.Answers;
import org.dangwu.worksheet.Field;
import org.dangwu.worksheet.SheetTask;
import org.springframework.stereotype.Component;

/** Only the number of the receipt is kept of what goes to the discipline commission (D03). */
@Component("disposalHandOverSheet")
class HandOverSheet extends DisposalSheet {

  HandOverSheet(DisposalRegister register, Sentences sentences) {
    super(Tasks.HAND_OVER, register, sentences);
  }

  @Override
  public List<Field> fields(SheetTask task) {
    return List.of(Field.past("on"), Field.line("receipt"));
  }

  @Override
  public void check(SheetTask task, Answers answers) {
    if (!answers.text("receipt").matches(RECEIPT)) {
      throw sentences.refusal("handOver.receipt");
    }
  }

  /** Characters of a document number; nothing in which a matter could be told. */
  private static final String RECEIPT = "[\\p{IsHan}A-Za-z0-9〔〕\\[\\]（）()\\-]{2,40}";
}
