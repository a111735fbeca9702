package org.dangwu.memberreview.desk;

import org.dangwu.engine.TaskModels;
import org.dangwu.engine.TaskView;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * The tasks behind the pages of the review: only those that the person may see, writing only by him
 * who holds it.
 */
@Component
public class ReviewTasks {

  private final TaskModels tasks;
  private final ReviewSentences sentences;

  ReviewTasks(TaskModels tasks, ReviewSentences sentences) {
    this.tasks = tasks;
    this.sentences = sentences;
  }

  /**
   * @throws ResponseStatusException 404 when the person may not see it, it is done, or it is
   *     another step
   */
  public ReviewTask open(String taskId, String element, String user) {
    TaskView view =
        tasks
            .find(taskId)
            .filter(found -> found.elementId().equals(element))
            .orElseThrow(
                () ->
                    new ResponseStatusException(HttpStatus.NOT_FOUND, sentences.say("task.gone")));
    return new ReviewTask(
        taskId,
        element,
        view.fact("caseId"),
        view.fact("organization"),
        view.fact("organizationName"),
        Integer.parseInt(view.fact("year")),
        user.equals(view.assignee()),
        view);
  }

  /**
   * @throws org.dangwu.engine.SubmissionRefused when somebody else holds the task
   */
  public ReviewTask openForWriting(String taskId, String element, String user) {
    ReviewTask task = open(taskId, element, user);
    if (!task.held()) {
      throw sentences.refusal("task.claim");
    }
    return task;
  }

  /**
   * @throws ResponseStatusException 404 also when somebody else holds it
   */
  public ReviewTask openOwn(String taskId, String element, String user) {
    ReviewTask task = open(taskId, element, user);
    if (!task.held()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, sentences.say("task.gone"));
    }
    return task;
  }
}
