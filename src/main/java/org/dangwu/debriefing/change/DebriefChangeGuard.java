package org.dangwu.debriefing.change;

import java.time.LocalDate;
import java.util.Date;
import org.dangwu.debriefing.DebriefEntries;
import org.dangwu.debriefing.DebriefingProcess;
import org.dangwu.debriefing.desk.DebriefSentences;
import org.dangwu.debriefing.desk.DebriefSteps;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.dangwu.lifemeeting.Deadlines;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes up what was entered on the pages for changes during the run (E25, E26). */
@Component
@Order(50)
class DebriefChangeGuard implements CompletionGuard {

  private final ReplacementBook replacements;
  private final ReplacementRules replacementRules;
  private final ModeBook modes;
  private final ModeRules modeRules;
  private final ChangePapers papers;
  private final DebriefEntries entries;
  private final DebriefSentences sentences;

  DebriefChangeGuard(
      ReplacementBook replacements,
      ReplacementRules replacementRules,
      ModeBook modes,
      ModeRules modeRules,
      ChangePapers papers,
      DebriefEntries entries,
      DebriefSentences sentences) {
    this.replacements = replacements;
    this.replacementRules = replacementRules;
    this.modes = modes;
    this.modeRules = modeRules;
    this.papers = papers;
    this.entries = entries;
    this.sentences = sentences;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    if (!"SUBMITTED".equals(task.variable(DebriefingProcess.REQUEST_STATE))) {
      return;
    }
    if (DebriefSteps.is(task, DebriefingProcess.Tasks.RECORD_REPLACEMENT)) {
      submitReplacement(task);
    } else if (DebriefSteps.is(task, DebriefingProcess.Tasks.REQUEST_MODE_CHANGE)) {
      submitMode(task);
    }
  }

  private void submitReplacement(CompletingTask task) {
    Replacement given =
        replacements
            .find(task.taskId())
            .filter(found -> found.requestedBy().equals(user(task)))
            .orElseThrow(() -> sentences.refusal("replacement.missing"));
    replacementRules.checked(given, session(task));
    replacements.submit(task.taskId());
    papers.file(given, entries.find(given.entryId()).orElseThrow(), user(task));
    task.setVariable(DebriefingProcess.ENTRY_ID, given.entryId());
  }

  private void submitMode(CompletingTask task) {
    ModeRequest given =
        modes
            .find(task.taskId())
            .filter(found -> found.requestedBy().equals(user(task)))
            .orElseThrow(() -> sentences.refusal("mode.missing"));
    modeRules.checked(given, session(task));
    if (modes.submitted(given.caseId(), given.entryId()).isPresent()) {
      throw sentences.refusal("mode.waiting");
    }
    modes.submit(task.taskId());
    papers.write(given, entries.find(given.entryId()).orElseThrow(), user(task));
    task.setVariable(DebriefingProcess.ENTRY_ID, given.entryId());
  }

  private static LocalDate session(CompletingTask task) {
    return task.variable(DebriefingProcess.SESSION_DATE) instanceof Date date
        ? Deadlines.day(date)
        : null;
  }

  private static String user(CompletingTask task) {
    return task.assignee().orElse("system");
  }
}
