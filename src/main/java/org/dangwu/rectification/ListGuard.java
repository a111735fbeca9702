package org.dangwu.rectification;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.CompletionGuard;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureCases;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Turns the completed list into items and into the document that is filed (A31). Runs before the
 * dossier's own guard.
 */
@Component
@Order(50)
class ListGuard implements CompletionGuard {

  private final ListStore lists;
  private final ListRules rules;
  private final ItemRegister items;
  private final Owners owners;
  private final ListDocument document;
  private final ProcedureCases cases;

  ListGuard(
      ListStore lists,
      ListRules rules,
      ItemRegister items,
      Owners owners,
      ListDocument document,
      ProcedureCases cases) {
    this.lists = lists;
    this.rules = rules;
    this.items = items;
    this.owners = owners;
    this.document = document;
    this.cases = cases;
  }

  @Override
  public void beforeCompletion(CompletingTask task) {
    if (!task.elementId().equals(RectificationProcess.Tasks.LIST)) {
      return;
    }
    ProcedureCase run =
        cases.find((String) task.variable(RectificationProcess.CASE_ID)).orElseThrow();
    ListDraft draft = lists.find(task.taskId()).orElse(ListDraft.EMPTY);
    Set<String> eligible =
        owners.of(run.caseId(), run.organization()).stream()
            .map(Owners.Owner::id)
            .collect(Collectors.toSet());
    List<ListDraft.Row> rows = rules.complete(draft, eligible);
    String author = task.assignee().orElse("system");
    int number = items.lastNumber(run.businessKey());
    for (ListDraft.Row row : rows) {
      number++;
      items.add(item(run, number, row), author);
    }
    lists.complete(task.taskId());
    document.write(
        run.caseId(), items.openItems(run.organization(), run.year()), draft.noneReason(), author);
  }

  private static RectificationItem item(ProcedureCase run, int number, ListDraft.Row row) {
    return new RectificationItem(
        "%s-Z%02d".formatted(run.businessKey(), number),
        run.caseId(),
        run.businessKey(),
        number,
        run.kind().key(),
        run.organization(),
        run.year(),
        row.problem(),
        row.goal(),
        row.measures(),
        row.helpNeeded(),
        row.owner(),
        LocalDate.parse(row.dueOn()),
        Severity.valueOf(row.severity()),
        ItemState.LISTED,
        null,
        null);
  }
}
