package org.dangwu.rectification;

import java.util.function.Function;
import org.dangwu.engine.CompletingTask;
import org.dangwu.engine.TaskView;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureCases;
import org.springframework.stereotype.Component;

/** Finds out whose list a task is about. */
@Component
class ListMatters {

  private final ProcedureCases cases;

  ListMatters(ProcedureCases cases) {
    this.cases = cases;
  }

  ListMatter of(TaskView task) {
    return of(task.elementId(), task.taskId(), task::fact);
  }

  ListMatter of(CompletingTask task) {
    return of(task.elementId(), task.taskId(), name -> (String) task.variable(name));
  }

  private ListMatter of(String element, String taskId, Function<String, String> facts) {
    ProcedureCase run = cases.find(facts.apply(RectificationProcess.CASE_ID)).orElseThrow();
    if (element.equals(RectificationProcess.Tasks.LIST)) {
      return new ListMatter(taskId, run, run.organization(), "", "", "");
    }
    String entryId = facts.apply(RectificationProcess.ENTRY_ID);
    return new ListMatter(
        entryId,
        run,
        facts.apply(RectificationProcess.ORGANIZATION),
        facts.apply(RectificationProcess.DEBRIEFER),
        run.organization(),
        entryId);
  }
}
