package org.dangwu.debriefing.session;

import java.util.List;
import org.dangwu.debriefing.DebriefEntries;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefingProcess;
import org.dangwu.debriefing.DebriefingProcess.Tasks;
import org.dangwu.debriefing.desk.DebriefSteps;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lets the meeting go on only when the superior's secretary has commented on everybody the step is
 * about, and files the comments (C11).
 */
@Component("debriefCommentGuard")
@Order(50)
class CommentGuard implements CompletionGuard {

  private final SessionOrder order;
  private final DebriefEntries entries;
  private final CommentBook book;
  private final CommentRules rules;
  private final CommentPaper paper;

  CommentGuard(
      SessionOrder order,
      DebriefEntries entries,
      CommentBook book,
      CommentRules rules,
      CommentPaper paper) {
    this.order = order;
    this.entries = entries;
    this.book = book;
    this.rules = rules;
    this.paper = paper;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    if (!DebriefSteps.of(task) || !SessionSteps.comments(task.elementId())) {
      return;
    }
    String caseId = (String) task.variable(DebriefingProcess.CASE_ID);
    List<DebriefEntry> commented =
        task.elementId().equals(Tasks.RECORD_COMMENT)
            ? entries.find((String) task.variable(DebriefingProcess.ENTRY_ID)).stream().toList()
            : order.entries(task.elementId(), caseId, task::variable);
    commented.forEach(entry -> rules.checkComplete(book.of(caseId, entry.entryId()), entry.name()));
    commented.forEach(
        entry ->
            paper.file(entry, book.of(caseId, entry.entryId()), task.assignee().orElse("system")));
  }
}
