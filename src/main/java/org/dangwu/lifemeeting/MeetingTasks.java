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
 * The tasks behind the pages of this module: only those that the person may see, writing only by
 * him who holds it. Whoever may see a task in the list still learns nothing of its content until he
 * holds it.
 */
@Component
class MeetingTasks {

  private final TaskModels tasks;
  private final Rosters rosters;
  private final MeetingNames names;
  private final Sentences sentences;

  MeetingTasks(TaskModels tasks, Rosters rosters, MeetingNames names, Sentences sentences) {
    this.tasks = tasks;
    this.rosters = rosters;
    this.names = names;
    this.sentences = sentences;
  }

  /**
   * @throws ResponseStatusException 404 when the person may not see it, it is done, or it is
   *     another step
   */
  MeetingTask open(String taskId, String element, String user) {
    TaskView view =
        tasks
            .find(taskId)
            .filter(found -> found.elementId().equals(element))
            .orElseThrow(
                () ->
                    new ResponseStatusException(HttpStatus.NOT_FOUND, sentences.say("task.gone")));
    String caseId = view.fact(LifeMeetingProcess.CASE_ID.name());
    return new MeetingTask(
        taskId,
        caseId,
        names.of(caseId),
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
   * For pages that show what is typed also to him who does not hold the task.
   *
   * @throws org.dangwu.engine.SubmissionRefused when somebody else holds the task
   */
  MeetingTask openForWriting(String taskId, String element, String user) {
    MeetingTask task = open(taskId, element, user);
    if (!task.held()) {
      throw sentences.refusal("task.claim");
    }
    return task;
  }

  /**
   * For pages that show nothing to him who does not hold the task.
   *
   * @throws ResponseStatusException 403 when the person does not hold the task
   */
  MeetingTask openHeld(String taskId, String element, String user) {
    MeetingTask task = open(taskId, element, user);
    if (!task.held()) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN, sentences.say("task.claim"));
    }
    return task;
  }

  /**
   * @param title what the meeting is called
   * @param meetingDate the planned day, or null
   * @param due the members due, in rank order
   * @param held whether the person at the screen holds the task
   */
  record MeetingTask(
      String taskId,
      String caseId,
      String title,
      String organization,
      String organizationName,
      int year,
      LocalDate meetingDate,
      List<RosterEntry> due,
      boolean held) {

    boolean isDue(String personId) {
      return due.stream().anyMatch(entry -> entry.personId().equals(personId));
    }

    String name(String personId) {
      return due.stream()
          .filter(entry -> entry.personId().equals(personId))
          .map(RosterEntry::name)
          .findFirst()
          .orElse(personId);
    }
  }
}
