package org.dangwu.lifemeeting;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.dangwu.engine.TaskModels;
import org.dangwu.engine.TaskView;
import org.dangwu.procedure.RosterEntry;
import org.dangwu.procedure.Rosters;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * The tasks in which content is gathered before a meeting. Whoever may see the task in the list
 * still learns nothing of its content until he holds it.
 */
@Component
class PreparationTasks {

  private final TaskModels tasks;
  private final Rosters rosters;
  private final Sentences sentences;

  PreparationTasks(TaskModels tasks, Rosters rosters, Sentences sentences) {
    this.tasks = tasks;
    this.rosters = rosters;
    this.sentences = sentences;
  }

  /**
   * @throws ResponseStatusException 404 when the person may not see it, it is done, or it is
   *     another step
   */
  PreparationTask open(String taskId, String element, String user) {
    TaskView view =
        tasks
            .find(taskId)
            .filter(found -> found.elementId().equals(element))
            .orElseThrow(
                () ->
                    new ResponseStatusException(HttpStatus.NOT_FOUND, sentences.say("task.gone")));
    String caseId = view.fact(LifeMeetingProcess.CASE_ID.name());
    return new PreparationTask(
        taskId,
        caseId,
        view.fact(LifeMeetingProcess.ORGANIZATION.name()),
        view.fact("organizationName"),
        Integer.parseInt(view.fact(LifeMeetingProcess.YEAR.name())),
        view.variables().get(LifeMeetingProcess.MEETING_DATE.name()) instanceof Date day
            ? Deadlines.day(day)
            : null,
        rosters.of(caseId),
        user.equals(view.assignee()));
  }

  /**
   * @throws ResponseStatusException 403 when the person does not hold the task
   */
  PreparationTask openForWriting(String taskId, String element, String user) {
    PreparationTask task = open(taskId, element, user);
    if (!task.held()) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN, sentences.say("task.claim"));
    }
    return task;
  }

  /**
   * @param meetingDate the planned day, or null
   * @param due the members due, in rank order
   * @param held whether the person at the screen holds the task
   */
  record PreparationTask(
      String taskId,
      String caseId,
      String organization,
      String organizationName,
      int year,
      LocalDate meetingDate,
      List<RosterEntry> due,
      boolean held) {

    String name(String personId) {
      return due.stream()
          .filter(entry -> entry.personId().equals(personId))
          .map(RosterEntry::name)
          .findFirst()
          .orElse(personId);
    }
  }
}
