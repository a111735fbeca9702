package org.dangwu.debriefing.plan;

import java.security.Principal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dangwu.debriefing.CommentMode;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefMode;
import org.dangwu.debriefing.DebriefPlan;
import org.dangwu.debriefing.DebriefVacancies;
import org.dangwu.debriefing.DebriefingProcess;
import org.dangwu.debriefing.ManagementAuthority;
import org.dangwu.debriefing.desk.DebriefSentences;
import org.dangwu.debriefing.desk.DebriefTasks;
import org.dangwu.desk.DeskTask;
import org.dangwu.desk.Typed;
import org.dangwu.engine.SubmissionRefused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where the organisers plan the debriefing (F-C1): who on site and who in writing, what the
 * accounts must go into, who votes with what weight, who goes and sees for himself, when (C03–C05,
 * C09, C12). What is saved may be unfinished; the page lists what is missing.
 */
@Controller
@RequestMapping("/debriefing/task/{taskId}/plan")
class DebriefPlanPage {

  private static final int EMPTY_TEAMS = 2;
  private static final int FEWEST_TEAMS = 4;

  private final DebriefTasks tasks;
  private final PlanDesk desk;
  private final DebriefPlanForm form;
  private final DebriefPlanProposal proposal;
  private final PlanBackground background;
  private final DebriefPlanRules rules;
  private final DebriefVacancies vacancies;
  private final DebriefSentences sentences;

  DebriefPlanPage(
      DebriefTasks tasks,
      PlanDesk desk,
      DebriefPlanForm form,
      DebriefPlanProposal proposal,
      PlanBackground background,
      DebriefPlanRules rules,
      DebriefVacancies vacancies,
      DebriefSentences sentences) {
    this.tasks = tasks;
    this.desk = desk;
    this.form = form;
    this.proposal = proposal;
    this.background = background;
    this.rules = rules;
    this.vacancies = vacancies;
    this.sentences = sentences;
  }

  @GetMapping
  String show(@PathVariable String taskId, Principal user, Model model) {
    DeskTask task = tasks.open(taskId, DebriefingProcess.Tasks.MAKE_PLAN, user.getName());
    DebriefPlanForm.Context context = context(task);
    DebriefPlan plan =
        desk.find(task.caseId()).orElseGet(() -> proposal.of(task.organization(), context));
    desk.find(task.caseId())
        .ifPresent(
            saved -> model.addAttribute("missing", desk.missing(saved, task.organization())));
    model.addAttribute("unusualTime", rules.unusualTime(plan));
    return page(task, context, form.fields(plan, context), model);
  }

  /**
   * @param deal given when the secretaries are to be dealt out over the teams instead of saving
   */
  @PostMapping
  String save(
      @PathVariable String taskId,
      @RequestParam(required = false) String deal,
      @RequestParam MultiValueMap<String, String> sent,
      Principal user,
      Model model) {
    DeskTask task = tasks.open(taskId, DebriefingProcess.Tasks.MAKE_PLAN, user.getName());
    DebriefPlanForm.Context context = context(task);
    Typed typed = new Typed(sent);
    Map<String, String> fields = form.fields(typed);
    try {
      tasks.openForWriting(taskId, DebriefingProcess.Tasks.MAKE_PLAN, user.getName());
      if (deal != null) {
        return page(task, context, dealt(fields, context, model), model);
      }
      DebriefPlanForm.Reading reading = form.read(typed, context);
      if (!reading.mistakes().isEmpty()) {
        throw new SubmissionRefused(String.join("", reading.mistakes()));
      }
      desk.save(reading, user.getName());
      List<String> missing = desk.missing(reading.plan(), task.organization());
      model.addAttribute("missing", missing);
      model.addAttribute("saved", sentences.say(missing.isEmpty() ? "plan.saved" : "plan.kept"));
      model.addAttribute("unusualTime", rules.unusualTime(reading.plan()));
      return page(task, context(task), form.fields(reading.plan(), context(task)), model);
    } catch (SubmissionRefused refused) {
      model.addAttribute("refused", refused.getMessage());
      return page(task, context, fields, model);
    }
  }

  private DebriefPlanForm.Context context(DeskTask task) {
    return desk.context(task.caseId(), task.organization(), task.year());
  }

  private String page(
      DeskTask task, DebriefPlanForm.Context context, Map<String, String> fields, Model model) {
    model.addAttribute("vacant", vacancies.of(task.organization()));
    model.addAttribute("task", task);
    model.addAttribute("fields", fields);
    model.addAttribute("limits", desk.limits(task.organization(), task.year()));
    model.addAttribute("modes", DebriefMode.values());
    model.addAttribute("authorities", ManagementAuthority.values());
    model.addAttribute("commentModes", CommentMode.values());
    model.addAttribute("criteria", context.criteria());
    model.addAttribute("teams", teams(fields));
    model.addAttribute("onSite", context.entries().stream().filter(DebriefEntry::onSite).count());
    model.addAttribute(
        "classes",
        context.classes().stream()
            .map(
                voters ->
                    new ClassRow(
                        voters.code(),
                        voters.label(),
                        voters.note(),
                        voters.weight(),
                        voters.peers()))
            .toList());
    model.addAttribute(
        "rows",
        context.entries().stream()
            .map(entry -> new Row(entry, background.of(entry, task.organization(), task.year())))
            .toList());
    return "debriefing/plan";
  }

  /** Teams with a leader and two more to fill in. */
  private static List<Integer> teams(Map<String, String> fields) {
    int last = 0;
    for (int slot = 1; slot <= DebriefPlanForm.MOST_TEAMS; slot++) {
      if (!fields.getOrDefault("team-leader-" + slot, "").isEmpty()
          || !fields.getOrDefault("team-members-" + slot, "").isEmpty()) {
        last = slot;
      }
    }
    List<Integer> slots = new ArrayList<>();
    int shown = Math.max(FEWEST_TEAMS, last + EMPTY_TEAMS);
    for (int slot = 1; slot <= Math.min(shown, DebriefPlanForm.MOST_TEAMS); slot++) {
      slots.add(slot);
    }
    return slots;
  }

  /** Neighbours in the list go to the same team, so that a team travels little. */
  private Map<String, String> dealt(
      Map<String, String> fields, DebriefPlanForm.Context context, Model model) {
    List<Integer> led =
        teams(fields).stream()
            .filter(slot -> !fields.getOrDefault("team-leader-" + slot, "").isEmpty())
            .toList();
    if (led.isEmpty()) {
      throw sentences.refusal("plan.noTeamToDeal");
    }
    Map<String, String> dealt = new LinkedHashMap<>(fields);
    int count = context.entries().size();
    for (int i = 0; i < count; i++) {
      Integer slot = led.get(i * led.size() / count);
      dealt.put("team-" + context.entries().get(i).entryId(), String.valueOf(slot));
    }
    model.addAttribute("saved", sentences.say("plan.dealt"));
    return dealt;
  }

  /** A secretary with what is on record about his organisation. */
  public record Row(DebriefEntry entry, PlanBackground.Background background) {}

  /** A class of voters as the page shows it. */
  public record ClassRow(String code, String label, String note, Integer weight, boolean peers) {}
}
