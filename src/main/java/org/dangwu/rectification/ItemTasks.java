package org.dangwu.rectification;

import java.util.List;
import java.util.Set;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.engine.TaskModels;
import org.dangwu.engine.TaskView;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * The tasks behind the pages of this module: only those that the person may see, writing only by
 * him who holds it.
 */
@Component
class ItemTasks {

  private static final Set<String> OF_AN_ITEM =
      Set.copyOf(
          List.of(
              RectificationProcess.Tasks.RECTIFY,
              RectificationProcess.Tasks.VERIFY,
              RectificationProcess.Tasks.DECIDE_EXTENSION,
              RectificationProcess.Tasks.ANSWER_HELP,
              RectificationProcess.Tasks.DECIDE_ACCOUNTABILITY));

  private final TaskModels tasks;
  private final ItemRegister items;
  private final ItemAccess access;
  private final Sentences sentences;

  ItemTasks(TaskModels tasks, ItemRegister items, ItemAccess access, Sentences sentences) {
    this.tasks = tasks;
    this.items = items;
    this.access = access;
    this.sentences = sentences;
  }

  /**
   * @param held whether the person at the screen holds the task
   */
  record ItemTask(String taskId, String element, RectificationItem item, boolean held) {}

  /**
   * The task of an item.
   *
   * @throws ResponseStatusException 404 when the person may not see it, it is done, or it is not
   *     one
   */
  ItemTask open(String taskId, String user) {
    TaskView view = find(taskId, RectificationProcess.KEY, OF_AN_ITEM);
    RectificationItem item = items.get(view.fact(RectificationProcess.ITEM_ID));
    boolean held = user.equals(view.assignee());
    // Whoever may see every task in the engine may not therefore read every item.
    if (!held && !access.mayRead(user, item)) {
      throw gone();
    }
    return new ItemTask(taskId, view.elementId(), item, held);
  }

  /**
   * @throws SubmissionRefused when somebody else holds the task
   */
  ItemTask openForWriting(String taskId, String element, String user) {
    ItemTask task = open(taskId, user);
    if (!task.element().equals(element)) {
      throw gone();
    }
    if (!task.held()) {
      throw sentences.refusal("task.claim");
    }
    return task;
  }

  /** The task in which a list is written. */
  TaskView list(String taskId) {
    return find(
        taskId,
        null,
        Set.of(RectificationProcess.Tasks.LIST, RectificationProcess.Tasks.LIST_OF_SECRETARY));
  }

  /** The task in which a secretary's list is reviewed. */
  TaskView listReview(String taskId) {
    return find(taskId, null, Set.of(RectificationProcess.Tasks.REVIEW_LIST));
  }

  private TaskView find(String taskId, String process, Set<String> elements) {
    return tasks
        .find(taskId)
        .filter(view -> process == null || view.processDefinitionKey().equals(process))
        .filter(view -> elements.contains(view.elementId()))
        .orElseThrow(this::gone);
  }

  ResponseStatusException gone() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, sentences.say("task.gone"));
  }
}
