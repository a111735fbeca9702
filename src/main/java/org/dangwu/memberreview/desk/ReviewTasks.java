package org.dangwu.memberreview.desk;

import java.util.Set;
import org.dangwu.engine.TaskModels;
import org.dangwu.engine.TaskView;
import org.dangwu.memberreview.MemberReviewProcess;
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
    return open(taskId, Set.of(element), user);
  }

  /** The same for a page of several steps. */
  public ReviewTask open(String taskId, Set<String> elements, String user) {
    TaskView view =
        tasks
            .find(taskId)
            .filter(found -> found.processDefinitionKey().equals(MemberReviewProcess.KEY))
            .filter(found -> elements.contains(found.elementId()))
            .orElseThrow(this::gone);
    return new ReviewTask(
        taskId,
        view.elementId(),
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
    return openForWriting(taskId, Set.of(element), user);
  }

  /**
   * @throws org.dangwu.engine.SubmissionRefused when somebody else holds the task
   */
  public ReviewTask openForWriting(String taskId, Set<String> elements, String user) {
    ReviewTask task = open(taskId, elements, user);
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
      throw gone();
    }
    return task;
  }

  /** The answer to whoever asks for what he may not see; it does not tell whether it exists. */
  public ResponseStatusException gone() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, sentences.say("task.gone"));
  }
}
