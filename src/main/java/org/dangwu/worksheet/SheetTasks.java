package org.dangwu.worksheet;

import org.dangwu.engine.TaskModels;
import org.dangwu.engine.TaskView;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The tasks behind the page: only those the person may see, written only by him who holds it. */
@Component
class SheetTasks {

  private final TaskModels tasks;
  private final Sheets sheets;
  private final Sentences sentences;

  SheetTasks(TaskModels tasks, Sheets sheets, Sentences sentences) {
    this.tasks = tasks;
    this.sheets = sheets;
    this.sentences = sentences;
  }

  /**
   * @param held whether the person at the screen holds the task
   */
  record OpenSheet(SheetTask task, String title, Worksheet sheet, Matters matters, boolean held) {}

  /**
   * @throws ResponseStatusException 404 when the person may not see it, it is done, or it has no
   *     sheet
   */
  OpenSheet open(String taskId, String user) {
    TaskView view = tasks.find(taskId).orElseThrow(this::gone);
    Worksheet sheet =
        sheets.of(view.processDefinitionKey(), view.elementId()).orElseThrow(this::gone);
    Matters matters = sheets.matters(sheet.process()).orElseThrow(this::gone);
    String matterId = view.fact(matters.idVariable());
    boolean held = user.equals(view.assignee());
    // Whoever may see every task in the engine may not therefore read every matter.
    if (!held && !matters.mayRead(matterId, user)) {
      throw gone();
    }
    return new OpenSheet(
        new SheetTask(taskId, sheet.process(), sheet.element(), matterId, user),
        view.name(),
        sheet,
        matters,
        held);
  }

  /**
   * @throws org.dangwu.engine.SubmissionRefused when somebody else holds it or the person has to
   *     keep out of the matter
   */
  OpenSheet openForWriting(String taskId, String user) {
    OpenSheet open = open(taskId, user);
    if (!open.held()) {
      throw sentences.refusal("task.claim");
    }
    open.matters().requireFit(open.task());
    return open;
  }

  ResponseStatusException gone() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, sentences.say("task.gone"));
  }
}
