package org.dangwu.debriefing.appraisal;

import org.dangwu.debriefing.DebriefEntries;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefingProcess;
import org.dangwu.debriefing.DebriefingProcess.Tasks;
import org.dangwu.debriefing.appraisal.FeedbackBook.Feedback;
import org.dangwu.debriefing.desk.DebriefSteps;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A result counts as told only when its page was acknowledged by him whom it is about (C17). */
@Component("debriefResultGuard")
@Order(50)
class ResultGuard implements CompletionGuard {

  private final DebriefEntries entries;
  private final FeedbackBook book;
  private final ResultNotes notes;
  private final AppraisalSentences sentences;

  ResultGuard(
      DebriefEntries entries, FeedbackBook book, ResultNotes notes, AppraisalSentences sentences) {
    this.entries = entries;
    this.book = book;
    this.notes = notes;
    this.sentences = sentences;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    if (DebriefSteps.is(task, ResultPage.STEP)) {
      acknowledge(task);
    } else if (DebriefSteps.is(task, Tasks.RECORD_FEEDBACK) && told(task)) {
      book.acknowledge((String) task.variable(DebriefingProcess.ENTRY_ID), "");
    }
  }

  /** Whether the organisers told him otherwise than on his page; how, is in the case file. */
  static boolean told(CompletingTask task) {
    return "TOLD".equals(task.variable(DebriefingProcess.DEBRIEF_FEEDBACK));
  }

  private void acknowledge(CompletingTask task) {
    DebriefEntry entry =
        entries.find((String) task.variable(DebriefingProcess.ENTRY_ID)).orElseThrow();
    if (task.assignee().filter(entry.personId()::equals).isEmpty()) {
      throw sentences.refusal("result.self");
    }
    // one who received no grade was told nothing
    book.find(entry.entryId()).ifPresent(told -> answer(entry, told));
  }

  private void answer(DebriefEntry entry, Feedback told) {
    if (!told.acknowledged()) {
      throw sentences.refusal("result.missing");
    }
    notes.answer(entry, told.statement());
  }
}
