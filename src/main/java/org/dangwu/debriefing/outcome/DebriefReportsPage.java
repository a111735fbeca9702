package org.dangwu.debriefing.outcome;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefingProcess.Tasks;
import org.dangwu.debriefing.desk.DebriefSentences;
import org.dangwu.debriefing.desk.DebriefTasks;
import org.dangwu.desk.DeskTask;
import org.dangwu.desk.Reply;
import org.dangwu.desk.Typed;
import org.dangwu.dossier.PublicTexts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the reports are made ready for publication: text, range, last day for remarks (C18). */
@Controller
@RequestMapping("/debriefing/task/{taskId}/reports")
class DebriefReportsPage {

  private static final String STEP = Tasks.PREPARE_REPORTS;

  private final DebriefTasks tasks;
  private final PublicReports reports;
  private final OutcomeBook book;
  private final PublicTexts publicTexts;
  private final DebriefSentences sentences;
  private final Clock clock;

  DebriefReportsPage(
      DebriefTasks tasks,
      PublicReports reports,
      OutcomeBook book,
      PublicTexts publicTexts,
      DebriefSentences sentences,
      Clock clock) {
    this.tasks = tasks;
    this.reports = reports;
    this.book = book;
    this.publicTexts = publicTexts;
    this.sentences = sentences;
    this.clock = clock;
  }

  @GetMapping
  String list(@PathVariable String taskId, Principal user, Model model) {
    return list(tasks.open(taskId, STEP, user.getName()), model);
  }

  /** Takes the reports as they are where nothing was prepared yet. */
  @PostMapping("/adopt")
  String adopt(@PathVariable String taskId, Principal user, Model model) {
    DeskTask task = tasks.open(taskId, STEP, user.getName());
    Reply.to(
        () -> {
          tasks.openForWriting(taskId, STEP, user.getName());
          reports.adopt(task.caseId(), user.getName());
          return sentences.say("outcome.reports.adopted");
        },
        model);
    return list(task, model);
  }

  @PostMapping("/remarks-until")
  String remarksUntil(
      @PathVariable String taskId,
      @RequestParam MultiValueMap<String, String> sent,
      Principal user,
      Model model) {
    DeskTask task = tasks.open(taskId, STEP, user.getName());
    LocalDate day = new Typed(sent).day("remarksUntil");
    Reply.to(
        () -> {
          tasks.openForWriting(taskId, STEP, user.getName());
          if (day == null || !day.isAfter(LocalDate.now(clock))) {
            throw sentences.refusal("outcome.reports.until");
          }
          book.saveRemarksUntil(task.caseId(), day);
          return sentences.say("outcome.reports.untilSaved");
        },
        model);
    return list(task, model);
  }

  @GetMapping("/{entryId}")
  String show(
      @PathVariable String taskId, @PathVariable String entryId, Principal user, Model model) {
    DeskTask task = tasks.openOwn(taskId, STEP, user.getName());
    DebriefEntry entry = entry(task, entryId);
    return report(
        task,
        entry,
        reports.sections(entry, user.getName()).stream().map(Text::of).toList(),
        book.reportRange(entryId),
        model);
  }

  @PostMapping("/{entryId}")
  String save(
      @PathVariable String taskId,
      @PathVariable String entryId,
      @RequestParam MultiValueMap<String, String> sent,
      Principal user,
      Model model) {
    Typed form = new Typed(sent);
    DeskTask task = tasks.openOwn(taskId, STEP, user.getName());
    DebriefEntry entry = entry(task, entryId);
    ReportRange range = form.choice(ReportRange.class, "range");
    List<Text> typed =
        reports.sections(entry, user.getName()).stream()
            .map(Text::of)
            .map(text -> text.typed(form.text("text-" + text.key())))
            .toList();
    Reply.to(
        () -> {
          if (range == null) {
            throw sentences.refusal("outcome.report.range");
          }
          Map<String, String> texts = new LinkedHashMap<>();
          for (Text text : typed) {
            if (text.open().codePointCount(0, text.open().length()) > text.longest()) {
              throw sentences.refusal(
                  "outcome.report.long", text.label(), String.valueOf(text.longest()));
            }
            texts.put(text.key(), text.open());
          }
          if (texts.values().stream().allMatch(String::isEmpty)) {
            throw sentences.refusal("outcome.report.empty");
          }
          reports.save(entry, texts, range, user.getName());
          return sentences.say("outcome.report.saved");
        },
        model);
    return report(task, entry, typed, range, model);
  }

  private DebriefEntry entry(DeskTask task, String entryId) {
    return reports.reported(task.caseId(), entryId).orElseThrow(tasks::gone);
  }

  private String list(DeskTask task, Model model) {
    model.addAttribute("task", task);
    if (task.held()) {
      Map<String, Long> found =
          publicTexts.open(task.taskId()).stream()
              .filter(one -> one.key().type().equals(PublicReports.PUBLIC))
              .collect(Collectors.groupingBy(one -> one.key().subject(), Collectors.counting()));
      model.addAttribute(
          "rows",
          reports.reported(task.caseId()).stream()
              .map(
                  entry ->
                      new Row(
                          entry.entryId(),
                          entry.organizationName(),
                          entry.name(),
                          reports.version(entry).isPresent(),
                          found.getOrDefault(entry.personId(), 0L).intValue(),
                          book.reportRange(entry.entryId()).label()))
              .toList());
      model.addAttribute(
          "remarksUntil", reports.remarksUntil(task.caseId(), task.organization(), task.year()));
      model.addAttribute("earliest", LocalDate.now(clock).plusDays(1));
    }
    return "debriefing/outcome/reports";
  }

  private String report(
      DeskTask task, DebriefEntry entry, List<Text> texts, ReportRange range, Model model) {
    model.addAttribute("task", task);
    model.addAttribute("entry", entry);
    model.addAttribute("texts", texts);
    model.addAttribute("ranges", ReportRange.values());
    model.addAttribute("range", range);
    model.addAttribute("checked", reports.version(entry).isPresent());
    model.addAttribute("findings", publicTexts.open(task.taskId(), entry.personId()));
    return "debriefing/outcome/report";
  }

  /**
   * One line of the list.
   *
   * @param prepared whether there is a public version
   * @param findings how many sentences may not be published
   */
  public record Row(
      String entryId, String unit, String name, boolean prepared, int findings, String range) {}

  /** A section as written and as it is to be public. */
  public record Text(String key, String label, int longest, String written, String open) {

    static Text of(PublicReports.Section section) {
      return new Text(
          section.section().key(),
          section.section().label(),
          section.section().maxLength(),
          section.written(),
          section.open());
    }

    Text typed(String text) {
      return new Text(key, label, longest, written, text);
    }
  }
}
