package org.dangwu.debriefing.preparation;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.dangwu.debriefing.DebriefEntries;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefingProcess;
import org.dangwu.debriefing.desk.DebriefSentences;
import org.dangwu.debriefing.desk.DebriefTasks;
import org.dangwu.desk.DeskTask;
import org.dangwu.desk.HandIn;
import org.dangwu.dossier.DossierRefused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page on which a secretary writes his report, beside what the plan asks of him and what is on
 * record of his organisation; what is on record is taken over on request (C06). The report itself
 * is the dossier's.
 */
@Controller
@RequestMapping("/debriefing/task/{taskId}/report")
class ReportPage {

  private static final String VIEW = "debriefing/report";

  private final DebriefTasks tasks;
  private final DebriefEntries entries;
  private final ReportMaterials materials;
  private final ReportPapers papers;
  private final FormService forms;
  private final DebriefSentences sentences;
  private final Clock clock;

  ReportPage(
      DebriefTasks tasks,
      DebriefEntries entries,
      ReportMaterials materials,
      ReportPapers papers,
      FormService forms,
      DebriefSentences sentences,
      Clock clock) {
    this.tasks = tasks;
    this.entries = entries;
    this.materials = materials;
    this.papers = papers;
    this.forms = forms;
    this.sentences = sentences;
    this.clock = clock;
  }

  /**
   * @param whole given when the page stands alone, absent in the frame of Tasklist
   */
  @GetMapping
  String show(
      @PathVariable String taskId,
      @RequestParam(required = false) String whole,
      Principal user,
      Model model) {
    return page(own(taskId, user), whole != null, model);
  }

  /** Takes over what is on record into the section where it belongs. */
  @PostMapping("/quote")
  String quote(
      @PathVariable String taskId,
      @RequestParam String what,
      @RequestParam(required = false) String whole,
      Principal user,
      Model model) {
    DeskTask task = own(taskId, user);
    DebriefEntry entry = entry(task);
    try {
      switch (what) {
        case "open" ->
            papers.quote(
                task.caseId(),
                user.getName(),
                "previousRectification",
                ReportMaterials.quoteOpen(open(task, entry)));
        case "known" ->
            papers.quote(
                task.caseId(),
                user.getName(),
                "duties",
                ReportMaterials.quoteKnown(materials.known(entry, task.year())));
        default -> throw tasks.gone();
      }
      model.addAttribute("saved", sentences.say("report.quoted"));
    } catch (DossierRefused refused) {
      model.addAttribute("refused", refused.getMessage());
    }
    return page(task, whole != null, model);
  }

  @PostMapping
  String handIn(@PathVariable String taskId, Principal user, Model model) {
    DeskTask task = own(taskId, user);
    boolean done =
        HandIn.to(
            () -> {
              forms.submitTaskForm(taskId, Map.of());
              return sentences.say("report.handedIn");
            },
            model);
    if (done) {
      model.addAttribute("whole", true);
      return "debriefing/done";
    }
    return page(task, true, model);
  }

  private String page(DeskTask task, boolean whole, Model model) {
    DebriefEntry entry = entry(task);
    model.addAttribute("task", task);
    model.addAttribute("whole", whole);
    model.addAttribute("entry", entry);
    model.addAttribute("due", task.day(DebriefingProcess.REPORT_DUE_DATE).orElse(null));
    model.addAttribute("late", late(task));
    model.addAttribute(
        "opinion", papers.lastOpinion(task.caseId(), entry.personId(), entry.personId()));
    model.addAttribute("keyContents", materials.keyContents(entry));
    model.addAttribute("criteria", materials.criteria(entry));
    model.addAttribute("open", open(task, entry));
    model.addAttribute("known", materials.known(entry, task.year()));
    return VIEW;
  }

  private boolean late(DeskTask task) {
    return task.day(DebriefingProcess.REPORT_DUE_DATE)
        .filter(due -> due.isBefore(LocalDate.now(clock)))
        .isPresent();
  }

  private List<ReportMaterials.Open> open(DeskTask task, DebriefEntry entry) {
    return materials.open(entry, task.year(), LocalDate.now(clock));
  }

  /** Nobody but the secretary himself, whoever else may see the task. */
  private DeskTask own(String taskId, Principal user) {
    return tasks.openOwn(taskId, DebriefingProcess.Tasks.WRITE_REPORT, user.getName());
  }

  private DebriefEntry entry(DeskTask task) {
    return entries.find(task.fact(DebriefingProcess.ENTRY_ID)).orElseThrow(tasks::gone);
  }
}
