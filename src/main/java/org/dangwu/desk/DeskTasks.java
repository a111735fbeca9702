package org.dangwu.desk;

import java.util.Set;
import org.dangwu.engine.TaskModels;
import org.dangwu.engine.TaskView;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * The tasks behind the pages of a procedure: only those that the person may see, writing only by
 * him who holds it. The sentences must have {@code task.gone} and {@code task.claim}.
 */
public abstract class DeskTasks {

  private final TaskModels tasks;
  private final DeskSentences sentences;
  private final String procedure;
  private final Set<String> processKeys;

  /**
   * @param procedure what a run is called in titles
   * @param processKeys keys of the models whose tasks these pages show
   */
  protected DeskTasks(
      TaskModels tasks, DeskSentences sentences, String procedure, Set<String> processKeys) {
    this.tasks = tasks;
    this.sentences = sentences;
    this.procedure = procedure;
    this.processKeys = Set.copyOf(processKeys);
  }

  /**
   * @throws ResponseStatusException 404 when the person may not see it, it is done, or it is
   *     another step
   */
  public DeskTask open(String taskId, String element, String user) {
    return open(taskId, Set.of(element), user);
  }

  /** The same for a page of several steps. */
  public DeskTask open(String taskId, Set<String> elements, String user) {
    TaskView view =
        tasks
            .find(taskId)
            .filter(found -> processKeys.contains(found.processDefinitionKey()))
            .filter(found -> elements.contains(found.elementId()))
            .orElseThrow(this::gone);
    return new DeskTask(
        taskId,
        view.elementId(),
        view.fact("caseId"),
        view.fact("organization"),
        view.fact("organizationName"),
        Integer.parseInt(view.fact("year")),
        procedure,
        user.equals(view.assignee()),
        view);
  }

  /**
   * @throws org.dangwu.engine.SubmissionRefused when somebody else holds the task
   */
  public DeskTask openForWriting(String taskId, String element, String user) {
    return openForWriting(taskId, Set.of(element), user);
  }

  /**
   * @throws org.dangwu.engine.SubmissionRefused when somebody else holds the task
   */
  public DeskTask openForWriting(String taskId, Set<String> elements, String user) {
    DeskTask task = open(taskId, elements, user);
    if (!task.held()) {
      throw sentences.refusal("task.claim");
    }
    return task;
  }

  /**
   * @throws ResponseStatusException 404 also when somebody else holds it
   */
  public DeskTask openOwn(String taskId, String element, String user) {
    DeskTask task = open(taskId, element, user);
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
