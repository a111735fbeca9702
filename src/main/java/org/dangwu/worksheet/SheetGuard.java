package org.dangwu.worksheet;

import java.util.List;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A task with a sheet is completed only by him who filled it in, on every path to completion; then
 * the sheet becomes a record.
 */
@Component
@Order(50)
class SheetGuard implements CompletionGuard {

  private final Sheets sheets;
  private final SheetStore store;
  private final FieldCheck fieldCheck;
  private final Sentences sentences;

  SheetGuard(Sheets sheets, SheetStore store, FieldCheck fieldCheck, Sentences sentences) {
    this.sheets = sheets;
    this.store = store;
    this.fieldCheck = fieldCheck;
    this.sentences = sentences;
  }

  @Override
  public void beforeCompletion(CompletingTask completing) {
    sheets
        .of(completing.processDefinitionKey(), completing.elementId())
        .ifPresent(sheet -> complete(sheet, completing));
  }

  private void complete(Worksheet sheet, CompletingTask completing) {
    String user = completing.assignee().orElseThrow(() -> sentences.refusal("task.claim"));
    Matters matters = sheets.matters(sheet.process()).orElseThrow();
    SheetTask task =
        new SheetTask(
            completing.taskId(),
            sheet.process(),
            sheet.element(),
            (String) completing.variable(matters.idVariable()),
            user);
    matters.requireFit(task);
    SheetRecord draft =
        store
            .draft(task.taskId())
            .filter(saved -> saved.writtenBy().equals(user))
            .orElseThrow(() -> sentences.refusal("task.notWritten"));
    List<Field> fields = sheet.fields(task);
    fieldCheck.check(sheet, fields, draft.answers());
    sheet.check(task, draft.answers());
    store.finish(task.taskId(), Sheets.shown(sheet, fields, draft.answers(), sentences));
    sheet.finish(task, draft.answers()).forEach(completing::setVariable);
  }
}
