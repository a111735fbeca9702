package org.dangwu.debriefing.session;

import java.util.Map;
import org.dangwu.debriefing.DebriefCommittees;
import org.dangwu.debriefing.DebriefingProcess;
import org.dangwu.debriefing.DebriefingProcess.Tasks;
import org.dangwu.debriefing.desk.DebriefSentences;
import org.dangwu.debriefing.desk.DebriefSteps;
import org.dangwu.desk.Lists;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets the session begin with those who are there to report (C10, C11). */
@Component("debriefSittingGuard")
@Order(50)
class SittingGuard implements CompletionGuard {

  private static final String PAPER = "debriefAttendance";

  private final SittingBook book;
  private final SittingRules rules;
  private final SittingPaper paper;
  private final SessionRoll roll;
  private final DebriefCommittees committees;
  private final Dossiers dossiers;
  private final DebriefSentences sentences;

  SittingGuard(
      SittingBook book,
      SittingRules rules,
      SittingPaper paper,
      SessionRoll roll,
      DebriefCommittees committees,
      Dossiers dossiers,
      DebriefSentences sentences) {
    this.book = book;
    this.rules = rules;
    this.paper = paper;
    this.roll = roll;
    this.committees = committees;
    this.dossiers = dossiers;
    this.sentences = sentences;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    if (!DebriefSteps.is(task, Tasks.RECORD_ATTENDANCE)) {
      return;
    }
    String caseId = (String) task.variable(DebriefingProcess.CASE_ID);
    String organization = (String) task.variable(DebriefingProcess.ORGANIZATION);
    Sitting given =
        book.find(task.taskId()).orElseThrow(() -> sentences.refusal("session.missing"));
    Sitting sitting =
        rules.checked(
            given,
            roll.of(caseId, organization),
            committees.secretary(organization).map(DebriefCommittees.Member::personId));
    book.record(task.taskId(), caseId, sitting);
    book.confirm(task.taskId());
    dossiers.file(
        DocumentKey.of(caseId, PAPER), Map.of("note", paper.text(sitting)), sitting.recorder());
    task.setVariable(DebriefingProcess.SPEAKERS, Lists.json(sitting.speakers()));
    task.setVariable(
        DebriefingProcess.ABSENTEES,
        sitting.absentees().isEmpty() ? DebriefingProcess.NO : DebriefingProcess.YES);
    task.setVariable(DebriefingProcess.NEXT_SESSION, DebriefingProcess.NO);
  }
}
