package org.dangwu.lifemeeting.observation;

import org.dangwu.engine.TaskModels;
import org.dangwu.lifemeeting.Sentences;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The tasks behind the pages of this package: seen by whom they are for, written by the holder. */
@Component
class ObservationTasks {

  private final TaskModels tasks;
  private final Sentences sentences;

  ObservationTasks(TaskModels tasks, Sentences sentences) {
    this.tasks = tasks;
    this.sentences = sentences;
  }

  /**
   * @throws ResponseStatusException 404 when the person may not see it, it is done, or it is
   *     another step
   */
  OpenTask open(String taskId, String element, String user) {
    return tasks
        .find(taskId)
        .filter(found -> found.elementId().equals(element))
        .map(
            view ->
                new OpenTask(
                    taskId,
                    view.fact("caseId"),
                    view.fact("organization"),
                    view.fact("organizationName"),
                    Integer.parseInt(view.fact("year")),
                    user.equals(view.assignee())))
        .orElseThrow(
            () -> new ResponseStatusException(HttpStatus.NOT_FOUND, sentences.say("task.gone")));
  }

  /**
   * @throws org.dangwu.engine.SubmissionRefused when somebody else holds the task
   */
  OpenTask openForWriting(String taskId, String element, String user) {
    OpenTask task = open(taskId, element, user);
    if (!task.held()) {
      throw sentences.refusal("task.claim");
    }
    return task;
  }

  /**
   * @param held whether the person at the screen holds the task
   */
  public record OpenTask(
      String taskId,
      String caseId,
      String organization,
      String organizationName,
      int year,
      boolean held) {}
}
