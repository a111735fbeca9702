package org.dangwu.debriefing.session;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dangwu.debriefing.DebriefCommittees;
import org.dangwu.debriefing.DebriefingProcess.Tasks;
import org.dangwu.debriefing.desk.DebriefSentences;
import org.dangwu.debriefing.desk.DebriefTasks;
import org.dangwu.debriefing.session.Sitting.Mark;
import org.dangwu.desk.DeskTask;
import org.dangwu.desk.Reply;
import org.dangwu.desk.Typed;
import org.dangwu.lifemeeting.Presence;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The recorder's page before the session begins: who is there, and why others are not (C10). */
@Controller("debriefSittingPage")
@RequestMapping("/debriefing/task/{taskId}/attendance")
class SittingPage {

  private static final String STEP = Tasks.RECORD_ATTENDANCE;

  private final DebriefTasks tasks;
  private final SittingBook book;
  private final SittingRules rules;
  private final SessionRoll roll;
  private final DebriefCommittees committees;
  private final DebriefSentences sentences;
  private final Clock clock;

  SittingPage(
      DebriefTasks tasks,
      SittingBook book,
      SittingRules rules,
      SessionRoll roll,
      DebriefCommittees committees,
      DebriefSentences sentences,
      Clock clock) {
    this.tasks = tasks;
    this.book = book;
    this.rules = rules;
    this.roll = roll;
    this.committees = committees;
    this.sentences = sentences;
    this.clock = clock;
  }

  @GetMapping
  String show(@PathVariable String taskId, Principal user, Model model) {
    DeskTask task = tasks.open(taskId, STEP, user.getName());
    return page(task, book.find(taskId).orElseGet(() -> nothingYet(task, user.getName())), model);
  }

  @PostMapping
  String save(
      @PathVariable String taskId,
      @RequestParam MultiValueMap<String, String> sent,
      Principal user,
      Model model) {
    DeskTask task = tasks.open(taskId, STEP, user.getName());
    Sitting given = given(new Typed(sent), task, user.getName());
    Reply.to(
        () -> {
          tasks.openForWriting(taskId, STEP, user.getName());
          Sitting checked =
              rules.checked(
                  given,
                  expected(task),
                  committees
                      .secretary(task.organization())
                      .map(DebriefCommittees.Member::personId));
          book.record(taskId, task.caseId(), checked);
          return sentences.say(
              "session.saved", checked.speakers().size(), checked.absentees().size());
        },
        model);
    return page(task, given, model);
  }

  private List<Expected> expected(DeskTask task) {
    return roll.of(task.caseId(), task.organization());
  }

  private Sitting nothingYet(DeskTask task, String user) {
    return new Sitting(
        book.nextNumber(task.caseId()),
        LocalDate.now(clock),
        LocalTime.now(clock).truncatedTo(ChronoUnit.HOURS),
        user,
        List.of(),
        List.of());
  }

  /** What was marked, as it stands; whether it may stand is for the rules to say. */
  private Sitting given(Typed form, DeskTask task, String user) {
    List<Mark> marks =
        expected(task).stream()
            .map(
                one ->
                    new Mark(
                        one.personId(),
                        one.capacity(),
                        one.entryId(),
                        form.choice(Presence.class, "presence-" + one.personId()),
                        form.text("reason-" + one.personId())))
            .toList();
    return new Sitting(
        book.nextNumber(task.caseId()),
        form.day("heldOn"),
        form.time("startedAt"),
        user,
        marks,
        form.text("guests").lines().toList());
  }

  private String page(DeskTask task, Sitting sitting, Model model) {
    Map<String, Mark> marks =
        sitting.marks().stream().collect(Collectors.toMap(Mark::personId, mark -> mark));
    List<Expected> expected = expected(task);
    model.addAttribute("task", task);
    model.addAttribute("sitting", sitting);
    model.addAttribute("today", LocalDate.now(clock));
    model.addAttribute("presences", Presence.values());
    model.addAttribute("longest", SittingRules.LONGEST);
    model.addAttribute(
        "groups",
        Arrays.stream(Capacity.values())
            .map(
                capacity ->
                    new Group(
                        capacity.label(),
                        capacity.isDue(),
                        expected.stream()
                            .filter(one -> one.capacity() == capacity)
                            .map(one -> new Row(one, marks.get(one.personId())))
                            .toList()))
            .filter(group -> !group.rows().isEmpty())
            .toList());
    return "debriefing/attendance";
  }

  /** People who come in the same capacity. */
  public record Group(String label, boolean due, List<Row> rows) {}

  /** Somebody expected with what is marked for him so far. */
  public record Row(Expected person, Mark mark) {

    public boolean is(Presence presence) {
      return mark != null && mark.presence() == presence;
    }

    public String reason() {
      return mark == null ? "" : mark.reason();
    }
  }
}
