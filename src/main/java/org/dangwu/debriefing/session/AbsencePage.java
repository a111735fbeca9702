package org.dangwu.debriefing.session;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dangwu.debriefing.DebriefEntries;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefingProcess.Tasks;
import org.dangwu.debriefing.desk.DebriefSentences;
import org.dangwu.debriefing.desk.DebriefTasks;
import org.dangwu.debriefing.session.Absence.Decision;
import org.dangwu.debriefing.session.Sitting.Mark;
import org.dangwu.desk.DeskTask;
import org.dangwu.desk.Reply;
import org.dangwu.desk.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the committee's secretary decides about debriefers who were absent (E29). */
@Controller("debriefAbsencePage")
@RequestMapping("/debriefing/task/{taskId}/absent")
class AbsencePage {

  private static final String STEP = Tasks.DECIDE_ABSENT;
  private static final int USUAL_DAYS = 7;

  private final DebriefTasks tasks;
  private final SittingBook sittings;
  private final AbsenceBook book;
  private final AbsenceRules rules;
  private final DebriefEntries entries;
  private final DebriefSentences sentences;
  private final Clock clock;

  AbsencePage(
      DebriefTasks tasks,
      SittingBook sittings,
      AbsenceBook book,
      AbsenceRules rules,
      DebriefEntries entries,
      DebriefSentences sentences,
      Clock clock) {
    this.tasks = tasks;
    this.sittings = sittings;
    this.book = book;
    this.rules = rules;
    this.entries = entries;
    this.sentences = sentences;
    this.clock = clock;
  }

  @GetMapping
  String show(@PathVariable String taskId, Principal user, Model model) {
    DeskTask task = tasks.open(taskId, STEP, user.getName());
    return page(task, book.of(attendance(task)), model);
  }

  @PostMapping
  String save(
      @PathVariable String taskId,
      @RequestParam MultiValueMap<String, String> sent,
      Principal user,
      Model model) {
    DeskTask task = tasks.open(taskId, STEP, user.getName());
    List<Absence> given = given(new Typed(sent), task);
    Reply.to(
        () -> {
          tasks.openForWriting(taskId, STEP, user.getName());
          List<Absence> checked =
              rules.checked(
                  given,
                  absent(task).stream().map(Mark::entryId).toList(),
                  entry -> entry(entry).name());
          book.decide(attendance(task), checked, user.getName());
          return sentences.say("absent.saved", checked.size());
        },
        model);
    return page(task, given, model);
  }

  private String attendance(DeskTask task) {
    return sittings.latestTask(task.caseId()).orElseThrow(tasks::gone);
  }

  private List<Mark> absent(DeskTask task) {
    return sittings.find(attendance(task)).orElseThrow().absentees();
  }

  private DebriefEntry entry(String entryId) {
    return entries.find(entryId).orElseThrow();
  }

  private List<Absence> given(Typed form, DeskTask task) {
    return absent(task).stream()
        .map(
            mark ->
                new Absence(
                    mark.entryId(),
                    form.choice(Decision.class, "decision-" + mark.entryId()),
                    form.text("reason-" + mark.entryId()),
                    form.day("nextDate")))
        .toList();
  }

  private String page(DeskTask task, List<Absence> absences, Model model) {
    Map<String, Absence> byEntry =
        absences.stream().collect(Collectors.toMap(Absence::entryId, one -> one));
    LocalDate today = LocalDate.now(clock);
    Optional<LocalDate> chosen =
        absences.stream().map(Absence::nextDate).filter(java.util.Objects::nonNull).findFirst();
    model.addAttribute("task", task);
    model.addAttribute("sitting", sittings.find(attendance(task)).orElseThrow());
    model.addAttribute("decisions", Decision.values());
    model.addAttribute("nextDate", chosen.orElse(today.plusDays(USUAL_DAYS)));
    model.addAttribute("earliest", today.plusDays(1));
    model.addAttribute("longest", AbsenceRules.LONGEST);
    model.addAttribute(
        "rows",
        absent(task).stream()
            .map(mark -> new Row(entry(mark.entryId()), mark, byEntry.get(mark.entryId())))
            .toList());
    return "debriefing/absent";
  }

  /** A debriefer who was absent with what is decided so far. */
  public record Row(DebriefEntry entry, Mark mark, Absence absence) {

    public boolean is(Decision decision) {
      return absence != null && absence.decision() == decision;
    }

    public String reason() {
      return absence == null ? "" : absence.reason();
    }
  }
}
