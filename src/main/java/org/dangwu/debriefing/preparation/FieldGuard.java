package org.dangwu.debriefing.preparation;

import java.util.List;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefingProcess;
import org.dangwu.debriefing.desk.DebriefSentences;
import org.dangwu.debriefing.desk.DebriefSteps;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A team is done when it has seen all it was to see; what it saw becomes a document each (C08). */
@Component
@Order(50)
class FieldGuard implements CompletionGuard {

  static final String PAPER = "fieldCheck";

  private final FieldTeams teams;
  private final FieldBook book;
  private final FieldRules rules;
  private final StoredFieldChecks checks;
  private final FieldPaper paper;
  private final Dossiers dossiers;
  private final DebriefSentences sentences;

  FieldGuard(
      FieldTeams teams,
      FieldBook book,
      FieldRules rules,
      StoredFieldChecks checks,
      FieldPaper paper,
      Dossiers dossiers,
      DebriefSentences sentences) {
    this.teams = teams;
    this.book = book;
    this.rules = rules;
    this.checks = checks;
    this.paper = paper;
    this.dossiers = dossiers;
    this.sentences = sentences;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    if (!DebriefSteps.is(task, DebriefingProcess.Tasks.FIELD_CHECK)) {
      return;
    }
    String fieldCheckId = (String) task.variable(DebriefingProcess.FIELD_CHECK_ID);
    String user = task.assignee().orElse("system");
    List<DebriefEntry> entries = teams.entries(fieldCheckId);
    for (DebriefEntry entry : entries) {
      FieldSheet sheet =
          book.find(entry.entryId())
              .orElseThrow(() -> sentences.refusal("field.missing", entry.name()));
      rules.complete(sheet, entry);
      dossiers.file(
          DocumentKey.about(entry.caseId(), PAPER, entry.personId()),
          paper.sections(checks.told(sheet), teams.team(fieldCheckId), sheet.problems()),
          user);
      book.handIn(entry.entryId());
    }
  }
}
