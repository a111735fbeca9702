package org.dangwu.debriefing.preparation;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.dangwu.debriefing.DebriefEntries;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefingProcess;
import org.dangwu.debriefing.desk.DebriefSentences;
import org.dangwu.debriefing.desk.DebriefTasks;
import org.dangwu.desk.DeskTask;
import org.dangwu.desk.DraftReply;
import org.dangwu.desk.HandIn;
import org.dangwu.desk.Typed;
import org.dangwu.dossier.TaskPapers;
import org.dangwu.lifemeeting.Deadlines;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * The page on which a report is reviewed beside what the plan asked for and what is on record
 * (C07). The opinion saves itself; standing alone, the page takes the decision too.
 */
@Controller
@RequestMapping("/debriefing/task/{taskId}/report-review")
class ReportReviewPage {

  private static final int LONGEST = 2000;

  private final DebriefTasks tasks;
  private final DebriefEntries entries;
  private final ReportMaterials materials;
  private final ReportPapers papers;
  private final TaskPapers sheets;
  private final FormService forms;
  private final DebriefSentences sentences;
  private final Clock clock;

  ReportReviewPage(
      DebriefTasks tasks,
      DebriefEntries entries,
      ReportMaterials materials,
      ReportPapers papers,
      TaskPapers sheets,
      FormService forms,
      DebriefSentences sentences,
      Clock clock) {
    this.tasks = tasks;
    this.entries = entries;
    this.materials = materials;
    this.papers = papers;
    this.sheets = sheets;
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
    DeskTask task = open(taskId, user);
    String opinion =
        task.held()
            ? papers.draftOpinion(task.caseId(), entry(task).personId(), user.getName())
            : "";
    return page(task, user, whole != null, opinion, "", model);
  }

  /** What the page sends by itself while the reviewer types. */
  @PostMapping("/draft")
  @ResponseBody
  ResponseEntity<Map<String, String>> draft(
      @PathVariable String taskId,
      @RequestParam MultiValueMap<String, String> form,
      Principal user) {
    return DraftReply.to(() -> keep(taskId, new Typed(form).text("opinion"), user), clock);
  }

  @PostMapping
  String decide(
      @PathVariable String taskId,
      @RequestParam MultiValueMap<String, String> form,
      Principal user,
      Model model) {
    DeskTask task = open(taskId, user);
    Typed typed = new Typed(form);
    String opinion = typed.text("opinion");
    boolean done =
        HandIn.to(
            () -> {
              keep(taskId, opinion, user);
              forms.submitTaskForm(taskId, answer(typed));
              return sentences.say("review.done");
            },
            model);
    model.addAttribute("whole", true);
    return done
        ? "debriefing/done"
        : page(task, user, true, opinion, typed.text("reportDecision"), model);
  }

  private static Map<String, Object> answer(Typed typed) {
    Map<String, Object> answer = new HashMap<>();
    if (!typed.text("reportDecision").isEmpty()) {
      answer.put(DebriefingProcess.REPORT_DECISION, typed.text("reportDecision"));
    }
    LocalDate day = typed.day(ReportGuard.NEW_DATE);
    if (day != null) {
      answer.put(ReportGuard.NEW_DATE, Deadlines.startOf(day));
    }
    return answer;
  }

  private void keep(String taskId, String opinion, Principal user) {
    DeskTask task =
        tasks.openForWriting(taskId, DebriefingProcess.Tasks.REVIEW_REPORT, user.getName());
    if (opinion.length() > LONGEST) {
      throw sentences.refusal("review.long", LONGEST);
    }
    papers.writeOpinion(task.caseId(), entry(task).personId(), opinion, user.getName());
  }

  private String page(
      DeskTask task, Principal user, boolean whole, String opinion, String decision, Model model) {
    DebriefEntry entry = entry(task);
    model.addAttribute("task", task);
    model.addAttribute("whole", whole);
    model.addAttribute("entry", entry);
    model.addAttribute("opinion", opinion);
    model.addAttribute("decision", decision);
    model.addAttribute("longest", LONGEST);
    model.addAttribute("due", task.day(DebriefingProcess.REPORT_DUE_DATE).orElse(null));
    if (task.held()) {
      model.addAttribute(
          "earlier", papers.lastOpinion(task.caseId(), entry.personId(), user.getName()));
      model.addAttribute("readings", sheets.sheet(task.taskId(), user.getName()).readings());
      model.addAttribute("keyContents", materials.keyContents(entry));
      model.addAttribute("criteria", materials.criteria(entry));
      model.addAttribute("open", materials.open(entry, task.year(), LocalDate.now(clock)));
      model.addAttribute("known", materials.known(entry, task.year()));
    }
    return "debriefing/report-review";
  }

  private DeskTask open(String taskId, Principal user) {
    return tasks.open(taskId, DebriefingProcess.Tasks.REVIEW_REPORT, user.getName());
  }

  private DebriefEntry entry(DeskTask task) {
    return entries.find(task.fact(DebriefingProcess.ENTRY_ID)).orElseThrow(tasks::gone);
  }
}
