package org.dangwu.disposal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dangwu.disposal.AppealBook.Result;
import org.dangwu.disposal.DisposalProcess.Tasks;
import org.dangwu.worksheet.Answers;
import org.dangwu.worksheet.Choice;
import org.dangwu.worksheet.Field;
import org.dangwu.worksheet.SheetTask;
import org.springframework.stereotype.Component;

/** The appeal is decided by people, with a reason (D09). */
@Component("disposalDecideAppealSheet")
class DecideAppealSheet extends DisposalSheet {

  private final AppealBook appeals;

  DecideAppealSheet(DisposalRegister register, AppealBook appeals, Sentences sentences) {
    super(Tasks.DECIDE_APPEAL, register, sentences);
    this.appeals = appeals;
  }

  @Override
  public List<Field> fields(SheetTask task) {
    return List.of(
        Field.choice(
            "result",
            Arrays.stream(Result.values())
                .map(result -> new Choice(result.name(), result.label()))
                .toList()),
        Field.past("on"),
        Field.text("reason"));
  }

  @Override
  public boolean takesFiles() {
    return true;
  }

  @Override
  public Map<String, Object> finish(SheetTask task, Answers answers) {
    Result result = Result.valueOf(answers.text("result"));
    appeals.decide(task.matterId(), result, answers.text("reason"), task.user());
    if (result == Result.REVOKED) {
      register.revoke(task.matterId());
    }
    return Map.of(DisposalProcess.APPEAL_REVOKED, DisposalProcess.answer(result == Result.REVOKED));
  }
}
