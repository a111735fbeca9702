package org.dangwu.memberreview.grading;

import java.util.Set;
import org.dangwu.engine.TaskModels;
import org.dangwu.engine.TaskView;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * The tasks behind the pages of grading and outcome. What they show is grades, so that seeing a
 * task is not enough: only who holds it is shown anything.
 */
@Component
public class GradingTasks {

  private final TaskModels tasks;
  private final Sentences sentences;

  GradingTasks(TaskModels tasks, Sentences sentences) {
    this.tasks = tasks;
    this.sentences = sentences;
  }

  /**
   * @throws ResponseStatusException 404 when the person may not see it, it is done, or it is
   *     another step
   */
  public GradingTask open(String taskId, Set<String> elements, String user) {
    TaskView view =
        tasks
            .find(taskId)
            .filter(found -> elements.contains(found.elementId()))
            .orElseThrow(this::gone);
    return new GradingTask(
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
  public GradingTask openForWriting(String taskId, Set<String> elements, String user) {
    GradingTask task = open(taskId, elements, user);
    if (!task.held()) {
      throw sentences.refusal("task.claim");
    }
    return task;
  }

  public ResponseStatusException gone() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, sentences.say("task.gone"));
  }

  /**
   * @param held whether the person at the screen holds the task
   */
  public record GradingTask(
      String taskId,
      String elementId,
      String caseId,
      String organization,
      String organizationName,
      int year,
      boolean held,
      TaskView view) {

    public String fact(String name) {
      return view.fact(name);
    }

    public String title() {
      return organizationName + year + "年度民主评议党员";
    }
  }
}
