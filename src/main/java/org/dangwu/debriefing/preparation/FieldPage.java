package org.dangwu.debriefing.preparation;

import java.security.Principal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefPlan;
import org.dangwu.debriefing.DebriefPlan.Criterion;
import org.dangwu.debriefing.DebriefPlans;
import org.dangwu.debriefing.DebriefingProcess;
import org.dangwu.debriefing.SecretaryGrade;
import org.dangwu.debriefing.desk.DebriefSentences;
import org.dangwu.debriefing.desk.DebriefTasks;
import org.dangwu.desk.DeskTask;
import org.dangwu.desk.DraftReply;
import org.dangwu.desk.Typed;
import org.dangwu.engine.SubmissionRefused;
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
 * The field team's record, one secretary at a time: what was seen and heard on the spot, and what
 * was judged on which evidence (C08). Shown to him alone who holds the task.
 */
@Controller
@RequestMapping("/debriefing/task/{taskId}/field-check")
class FieldPage {

  private static final int FREE_ITEMS = 2;

  private final DebriefTasks tasks;
  private final DebriefPlans plans;
  private final FieldTeams teams;
  private final FieldBook book;
  private final FieldRules rules;
  private final EvidenceKinds kinds;
  private final Clock clock;
  private final DebriefSentences sentences;

  FieldPage(
      DebriefTasks tasks,
      DebriefPlans plans,
      FieldTeams teams,
      FieldBook book,
      FieldRules rules,
      EvidenceKinds kinds,
      Clock clock,
      DebriefSentences sentences) {
    this.tasks = tasks;
    this.plans = plans;
    this.teams = teams;
    this.book = book;
    this.rules = rules;
    this.kinds = kinds;
    this.clock = clock;
    this.sentences = sentences;
  }

  /**
   * @param entry whom the record is about; the first unfinished one when it is not given
   * @param whole given when the page stands alone, absent in the frame of Tasklist
   */
  @GetMapping
  String show(
      @PathVariable String taskId,
      @RequestParam(defaultValue = "") String entry,
      @RequestParam(required = false) String whole,
      Principal user,
      Model model) {
    model.addAttribute("whole", whole != null);
    DeskTask task = tasks.open(taskId, DebriefingProcess.Tasks.FIELD_CHECK, user.getName());
    if (!task.held()) {
      model.addAttribute("task", task);
      model.addAttribute("entries", List.of());
      return "debriefing/field-check";
    }
    List<DebriefEntry> entries = entries(task);
    DebriefEntry chosen =
        entry.isEmpty()
            ? entries.stream().filter(one -> !done(one)).findFirst().orElse(first(entries))
            : entry(entries, entry);
    return page(task, entries, chosen, chosen == null ? null : sheet(task, chosen), model);
  }

  @PostMapping
  String save(
      @PathVariable String taskId,
      @RequestParam MultiValueMap<String, String> form,
      Principal user,
      Model model) {
    DeskTask task = tasks.open(taskId, DebriefingProcess.Tasks.FIELD_CHECK, user.getName());
    List<DebriefEntry> entries = entries(task);
    Typed typed = new Typed(form);
    model.addAttribute("whole", typed.checked("whole"));
    DebriefEntry entry = entry(entries, typed.text("entry"));
    FieldSheet sheet = typed(task, entry, typed);
    try {
      keep(taskId, sheet, user.getName());
      model.addAttribute("saved", sentences.say("field.saved", entry.name()));
    } catch (SubmissionRefused refused) {
      model.addAttribute("refused", refused.getMessage());
    }
    return page(task, entries, entry, sheet, model);
  }

  /** What the page sends by itself while the leader types. */
  @PostMapping("/draft")
  @ResponseBody
  ResponseEntity<Map<String, String>> draft(
      @PathVariable String taskId,
      @RequestParam MultiValueMap<String, String> form,
      Principal user) {
    DeskTask task = tasks.open(taskId, DebriefingProcess.Tasks.FIELD_CHECK, user.getName());
    Typed typed = new Typed(form);
    FieldSheet sheet = typed(task, entry(entries(task), typed.text("entry")), typed);
    return DraftReply.to(() -> keep(taskId, sheet, user.getName()), clock);
  }

  private void keep(String taskId, FieldSheet sheet, String user) {
    tasks.openForWriting(taskId, DebriefingProcess.Tasks.FIELD_CHECK, user);
    if (book.find(sheet.entryId()).filter(FieldSheet::handedIn).isPresent()) {
      throw sentences.refusal("field.handedIn");
    }
    book.save(rules.checked(sheet), user);
  }

  private String page(
      DeskTask task,
      List<DebriefEntry> entries,
      DebriefEntry chosen,
      FieldSheet sheet,
      Model model) {
    model.addAttribute("task", task);
    model.addAttribute(
        "entries",
        entries.stream().map(entry -> new Tab(entry, done(entry), entry.equals(chosen))).toList());
    model.addAttribute("chosen", chosen);
    model.addAttribute("sheet", sheet);
    model.addAttribute("kinds", kinds.all());
    model.addAttribute("grades", SecretaryGrade.values());
    model.addAttribute("rows", sheet == null ? List.of() : rows(task, sheet));
    model.addAttribute("longest", FieldRules.LONG);
    model.addAttribute("shorter", FieldRules.SHORT);
    return "debriefing/field-check";
  }

  private FieldSheet sheet(DeskTask task, DebriefEntry entry) {
    return book.find(entry.entryId())
        .orElse(
            FieldSheet.blank(
                entry.entryId(), task.caseId(), task.fact(DebriefingProcess.FIELD_CHECK_ID)));
  }

  /** A row for each criterion of the plan, then what was typed freely, then blank ones. */
  private List<FieldItem> rows(DeskTask task, FieldSheet sheet) {
    List<FieldItem> rows = new ArrayList<>();
    List<String> criteria = criteria(task);
    for (String criterion : criteria) {
      rows.add(
          sheet.items().stream()
              .filter(item -> item.criterion().equals(criterion))
              .findFirst()
              .orElse(new FieldItem(criterion, "", "")));
    }
    sheet.items().stream().filter(item -> !criteria.contains(item.criterion())).forEach(rows::add);
    for (int i = 0; i < FREE_ITEMS; i++) {
      rows.add(new FieldItem("", "", ""));
    }
    return rows;
  }

  private List<String> criteria(DeskTask task) {
    return plans.of(task.caseId()).map(DebriefPlan::criteria).orElse(List.of()).stream()
        .map(Criterion::label)
        .toList();
  }

  private static FieldSheet typed(DeskTask task, DebriefEntry entry, Typed typed) {
    return new FieldSheet(
        entry.entryId(),
        task.caseId(),
        task.fact(DebriefingProcess.FIELD_CHECK_ID),
        typed.day("checkedOn"),
        typed.chosen("method"),
        typed.text("places"),
        typed.text("peopleMet"),
        typed.text("facts"),
        typed.text("problems"),
        typed.choice(SecretaryGrade.class, "impression"),
        items(typed),
        false);
  }

  private static List<FieldItem> items(Typed typed) {
    List<FieldItem> items = new ArrayList<>();
    for (int i = 0; typed.checked("criterion-" + i); i++) {
      FieldItem item =
          new FieldItem(
              typed.text("criterion-" + i),
              typed.text("evidence-" + i),
              typed.text("finding-" + i));
      if (!item.blank()) {
        items.add(item);
      }
    }
    return items;
  }

  private List<DebriefEntry> entries(DeskTask task) {
    return teams.entries(task.fact(DebriefingProcess.FIELD_CHECK_ID));
  }

  /** Only those whom this team is to see. */
  private DebriefEntry entry(List<DebriefEntry> entries, String entryId) {
    return entries.stream()
        .filter(entry -> entry.entryId().equals(entryId))
        .findFirst()
        .orElseThrow(tasks::gone);
  }

  private boolean done(DebriefEntry entry) {
    return book.find(entry.entryId()).filter(sheet -> complete(sheet, entry)).isPresent();
  }

  private boolean complete(FieldSheet sheet, DebriefEntry entry) {
    try {
      rules.complete(sheet, entry);
      return true;
    } catch (SubmissionRefused unfinished) {
      return false;
    }
  }

  private static DebriefEntry first(List<DebriefEntry> entries) {
    return entries.isEmpty() ? null : entries.get(0);
  }

  /** A secretary as the list of the team shows him. */
  public record Tab(DebriefEntry entry, boolean done, boolean current) {}
}
