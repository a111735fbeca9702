package org.dangwu.lifemeeting;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dangwu.engine.DecisionTables;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.lifemeeting.Attendance.Mark;
import org.dangwu.lifemeeting.LifeMeetingProcess.Tasks;
import org.dangwu.lifemeeting.MeetingTasks.MeetingTask;
import org.dangwu.lifemeeting.observation.Observers;
import org.dangwu.procedure.RosterEntry;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The recorder's page: who of those due is there, on leave or absent; observers apart (F-A8, A18,
 * A19).
 */
@Controller
@RequestMapping("/life-meeting/task/{taskId}/attendance")
class AttendancePage {

  private static final String VIEW = "lifemeeting/attendance";
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日");

  private final MeetingTasks tasks;
  private final AttendanceBook book;
  private final AttendanceRules rules;
  private final LeaveBook leaves;
  private final WrittenStatements statements;
  private final Observers observers;
  private final DecisionTables tables;
  private final Sentences sentences;
  private final Clock clock;

  AttendancePage(
      MeetingTasks tasks,
      AttendanceBook book,
      AttendanceRules rules,
      LeaveBook leaves,
      WrittenStatements statements,
      Observers observers,
      DecisionTables tables,
      Sentences sentences,
      Clock clock) {
    this.tasks = tasks;
    this.book = book;
    this.rules = rules;
    this.leaves = leaves;
    this.statements = statements;
    this.observers = observers;
    this.tables = tables;
    this.sentences = sentences;
    this.clock = clock;
  }

  @GetMapping
  String show(@PathVariable String taskId, Principal user, Model model) {
    MeetingTask task = tasks.open(taskId, Tasks.CONFIRM_ATTENDANCE, user.getName());
    return page(task, book.find(taskId).orElseGet(() -> nothingYet(task)), model);
  }

  /** For signing on paper, before the meeting begins. */
  @GetMapping("/sign-in")
  String signIn(@PathVariable String taskId, Principal user, Model model) {
    model.addAttribute("task", tasks.open(taskId, Tasks.CONFIRM_ATTENDANCE, user.getName()));
    model.addAttribute("today", LocalDate.now(clock));
    return "lifemeeting/sign-in";
  }

  /** Whoever has leave is proposed as such; the time is that at which the page was opened. */
  private Attendance nothingYet(MeetingTask task) {
    LocalTime now = LocalTime.now(clock).truncatedTo(ChronoUnit.MINUTES);
    return new Attendance(
        LocalDate.now(clock),
        now.minusMinutes(now.getMinute() % 5),
        leaves.of(task.caseId()).values().stream()
            .filter(Leave::granted)
            .map(leave -> new Mark(leave.personId(), Presence.LEAVE, ""))
            .toList(),
        observers.names(task.caseId()));
  }

  @PostMapping
  String save(
      @PathVariable String taskId,
      @RequestParam MultiValueMap<String, String> form,
      Principal user,
      Model model) {
    MeetingTask task = tasks.open(taskId, Tasks.CONFIRM_ATTENDANCE, user.getName());
    Attendance given = given(form);
    try {
      tasks.openForWriting(taskId, Tasks.CONFIRM_ATTENDANCE, user.getName());
      Attendance checked = rules.checked(given, task.due(), leaves.of(task.caseId()));
      book.record(taskId, task.caseId(), checked, user.getName());
      model.addAttribute(
          "saved", sentences.say("attendance.saved", task.due().size(), checked.present().size()));
      return page(task, checked, model);
    } catch (SubmissionRefused refused) {
      model.addAttribute("refused", refused.getMessage());
      return page(task, given, model);
    }
  }

  private String page(MeetingTask task, Attendance attendance, Model model) {
    model.addAttribute("task", task);
    model.addAttribute("heldOn", attendance.heldOn());
    model.addAttribute("startedAt", attendance.startedAt());
    model.addAttribute("today", LocalDate.now(clock));
    model.addAttribute("presences", Presence.values());
    model.addAttribute("rows", rows(task, attendance));
    model.addAttribute("observers", String.join("\n", attendance.observers()));
    model.addAttribute("needed", needed(task.due().size()));
    return VIEW;
  }

  private Object needed(int due) {
    return tables
        .first("dlm_quorum", Map.of("dueCount", due, "presentCount", 0))
        .map(row -> row.get("needed"))
        .orElse("");
  }

  private List<Row> rows(MeetingTask task, Attendance attendance) {
    Map<String, Mark> marks =
        attendance.marks().stream()
            .collect(Collectors.toMap(Mark::personId, mark -> mark, (first, again) -> again));
    Map<String, Leave> asked = leaves.of(task.caseId());
    Map<String, Leave> before = leaves.past(task.caseId());
    return task.due().stream()
        .map(
            entry ->
                new Row(
                    entry,
                    marks.get(entry.personId()),
                    leaveText(asked.get(entry.personId())),
                    noLeaveText(before.get(entry.personId())),
                    statements.of(task.caseId(), entry.personId(), attendance)))
        .toList();
  }

  private String noLeaveText(Leave before) {
    return sentences.say(
        before != null && before.granted() ? "attendance.leavePast" : "attendance.leaveNotAsked");
  }

  private String leaveText(Leave leave) {
    if (leave == null) {
      return "";
    }
    String reason =
        tables
            .first("leave_reason", Map.of("leaveReason", leave.category(), "specialCase", ""))
            .map(row -> row.get("label") + "，")
            .orElse("");
    return "%s%s（%s）"
        .formatted(
            reason,
            leave.decision().label(),
            DAY.format(leave.recordedAt().atZone(clock.getZone())));
  }

  /** What was typed, as it stands; whether it may stand is for the rules to say. */
  private static Attendance given(MultiValueMap<String, String> form) {
    List<Mark> marks = new ArrayList<>();
    form.forEach(
        (name, values) -> {
          if (name.startsWith("presence-")) {
            String person = name.substring("presence-".length());
            for (String value : values) {
              marks.add(
                  new Mark(
                      person, Typed.one(Presence.class, value), form.getFirst("reason-" + person)));
            }
          }
        });
    String observers = form.getFirst("observers");
    return new Attendance(
        Typed.day(form.getFirst("heldOn")),
        time(form.getFirst("startedAt")),
        marks,
        observers == null ? List.of() : observers.lines().toList());
  }

  private static LocalTime time(String text) {
    try {
      return text == null ? null : LocalTime.parse(text).truncatedTo(ChronoUnit.MINUTES);
    } catch (DateTimeParseException notATime) {
      return null;
    }
  }

  /**
   * A member due with what is marked for him so far.
   *
   * @param leave what became of his request for leave, or empty
   * @param noLeave what to say when there is none
   * @param statement his written statement, which those on leave hand in before the meeting
   */
  record Row(
      RosterEntry member,
      Mark mark,
      String leave,
      String noLeave,
      WrittenStatements.Statement statement) {

    public boolean is(Presence presence) {
      return mark != null && mark.presence() == presence;
    }

    public String reason() {
      return mark == null ? "" : mark.reason();
    }
  }
}
