package org.dangwu.disposal;

import java.util.List;
import java.util.Map;
import org.dangwu.disposal.DisposalProcess.Tasks;
import org.dangwu.worksheet.Answers;
import org.dangwu.worksheet.Field;
import org.dangwu.worksheet.SheetTask;
import org.springframework.stereotype.Component;

/** Only the number of the receipt is kept of what goes to the discipline commission (D03). */
@Component("disposalHandOverSheet")
class HandOverSheet extends DisposalSheet {

  private final Days days;

  HandOverSheet(DisposalRegister register, Days days, Sentences sentences) {
    super(Tasks.HAND_OVER, register, sentences);
    this.days = days;
  }

  @Override
  public List<Field> fields(SheetTask task) {
    return List.of(Field.date("on"), Field.line("receipt"));
  }

  @Override
  public void check(SheetTask task, Answers answers) {
    requirePast(answers, "on", days);
    if (!answers.text("receipt").matches(RECEIPT)) {
      throw sentences.refusal("handOver.receipt");
    }
  }

  @Override
  public Map<String, Object> finish(SheetTask task, Answers answers) {
    return Map.of();
  }

  /** Characters of a document number; nothing in which a matter could be told. */
  private static final String RECEIPT = "[\\p{IsHan}A-Za-z0-9〔〕\\[\\]（）()\\-]{2,40}";
}
