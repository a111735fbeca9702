package org.dangwu.debriefing.appraisal;

import java.util.List;
import java.util.Map;
import org.dangwu.debriefing.DebriefEntries;
import org.dangwu.debriefing.DebriefingProcess;
import org.dangwu.debriefing.DebriefingProcess.Tasks;
import org.dangwu.worksheet.Answers;
import org.dangwu.worksheet.Field;
import org.dangwu.worksheet.SheetBase;
import org.dangwu.worksheet.SheetTask;
import org.springframework.stereotype.Component;

/** The talk that follows a low grade is put on record (约谈, C23). */
@Component("debriefLowGradeTalkSheet")
class LowGradeTalkSheet extends SheetBase {

  private final LowGradePapers papers;
  private final DebriefEntries entries;
  private final LowGradeSentences sentences;

  LowGradeTalkSheet(LowGradePapers papers, DebriefEntries entries, LowGradeSentences sentences) {
    super(DebriefingProcess.KEY, Tasks.LOW_GRADE_TALK, sentences);
    this.papers = papers;
    this.entries = entries;
    this.sentences = sentences;
  }

  @Override
  public List<Field> fields(SheetTask task) {
    return List.of(
        Field.past("on"),
        Field.line("place"),
        Field.line("talker"),
        Field.text("problems"),
        Field.text("demands"),
        Field.text("reply"));
  }

  @Override
  public Map<String, Object> finish(SheetTask task, Answers answers) {
    papers.talked(
        entries.find(task.matterId()).orElseThrow(),
        sentences.say(
            "talk.record",
            answers.text("on"),
            answers.text("place"),
            answers.text("talker"),
            answers.text("problems"),
            answers.text("demands"),
            answers.text("reply")),
        task.user());
    return Map.of();
  }
}
