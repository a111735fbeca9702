package org.dangwu.debriefing.appraisal;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.SecretaryGrade;
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

/** The opinion on one secretary, with its basis beside it (F-C6, C14). Saved one by one. */
@Controller("debriefOpinionSheetPage")
@RequestMapping("/debriefing/task/{taskId}/opinions/{entryId}")
class OpinionSheetPage {

  private final DebriefTasks tasks;
  private final GradedEntries entries;
  private final OpinionBook opinions;
  private final OpinionRules rules;
  private final CompositeAdvisor advisor;
  private final Basis basis;
  private final AppraisalSentences sentences;

  OpinionSheetPage(
      DebriefTasks tasks,
      GradedEntries entries,
      OpinionBook opinions,
      OpinionRules rules,
      CompositeAdvisor advisor,
      Basis basis,
      AppraisalSentences sentences) {
    this.tasks = tasks;
    this.entries = entries;
    this.opinions = opinions;
    this.rules = rules;
    this.advisor = advisor;
    this.basis = basis;
    this.sentences = sentences;
  }

  @GetMapping
  String show(
      @PathVariable String taskId, @PathVariable String entryId, Principal user, Model model) {
    DeskTask task = tasks.openOwn(taskId, OpinionsPage.STEP, user.getName());
    DebriefEntry entry = entry(task, entryId);
    return page(task, entry, opinion(entry), model);
  }

  /**
   * @param button {@code next} goes on to the next secretary, {@code stay} shows the advisory grade
   */
  @PostMapping
  String save(
      @PathVariable String taskId,
      @PathVariable String entryId,
      @RequestParam MultiValueMap<String, String> sent,
      @RequestParam(defaultValue = "stay") String button,
      Principal user,
      Model model) {
    DeskTask task = tasks.openOwn(taskId, OpinionsPage.STEP, user.getName());
    DebriefEntry entry = entry(task, entryId);
    Opinion given = given(entry, new Typed(sent));
    try {
      rules.checkTyped(entry, given, advisor.on(given));
      opinions.write(given, user.getName());
    } catch (SubmissionRefused refused) {
      model.addAttribute("refused", refused.getMessage());
      return page(task, entry, given, model);
    }
    if (button.equals("next")) {
      return "redirect:/debriefing/task/%s/opinions%s"
          .formatted(taskId, next(entry).map(next -> "/" + next).orElse(""));
    }
    model.addAttribute("saved", sentences.say("opinion.saved", entry.name()));
    return page(task, entry, given, model);
  }

  private DebriefEntry entry(DeskTask task, String entryId) {
    return entries.find(task.caseId(), entryId).orElseThrow(tasks::gone);
  }

  private Opinion opinion(DebriefEntry entry) {
    return opinions
        .find(entry.entryId())
        .orElseGet(
            () ->
                Opinion.begun(
                    entry.entryId(), entry.caseId(), basis.impression(entry).orElse(null)));
  }

  private static Opinion given(DebriefEntry entry, Typed form) {
    return new Opinion(
        entry.entryId(),
        entry.caseId(),
        form.text("daily"),
        form.choice(SecretaryGrade.class, "fieldGrade"),
        form.choice(SecretaryGrade.class, "dailyGrade"),
        form.text("achievements"),
        form.text("problems"),
        form.choice(SecretaryGrade.class, "grade"),
        form.text("reason"),
        null,
        null,
        null);
  }

  /** The next secretary without a grade, after this one first. */
  private Optional<String> next(DebriefEntry entry) {
    Map<String, Opinion> written = opinions.of(entry.caseId());
    List<DebriefEntry> open =
        entries.of(entry.caseId()).stream()
            .filter(
                other ->
                    !Optional.ofNullable(written.get(other.entryId()))
                        .map(Opinion::isComplete)
                        .orElse(false))
            .toList();
    return open.stream()
        .filter(other -> other.order() > entry.order())
        .findFirst()
        .or(() -> open.stream().findFirst())
        .map(DebriefEntry::entryId);
  }

  private String page(DeskTask task, DebriefEntry entry, Opinion opinion, Model model) {
    model.addAttribute("task", task);
    model.addAttribute("entry", entry);
    model.addAttribute("sheet", OpinionView.of(opinion));
    model.addAttribute("report", basis.report(entry).label());
    model.addAttribute("rating", basis.rating(entry));
    model.addAttribute("comments", basis.comments(entry));
    model.addAttribute("fieldCheck", basis.fieldCheck(entry));
    model.addAttribute("facts", basis.facts(entry, task.year()));
    model.addAttribute("papers", basis.papers(entry));
    model.addAttribute("advice", advisor.on(opinion).map(AdviceView::of).orElse(null));
    model.addAttribute("grades", SecretaryGrade.values());
    return "debriefing/appraisal/opinion";
  }

  /** The opinion as the page shows it. */
  public record OpinionView(
      String daily,
      SecretaryGrade fieldGrade,
      SecretaryGrade dailyGrade,
      String achievements,
      String problems,
      SecretaryGrade grade,
      String reason) {

    static OpinionView of(Opinion opinion) {
      return new OpinionView(
          opinion.daily(),
          opinion.fieldGrade(),
          opinion.dailyGrade(),
          opinion.achievements(),
          opinion.problems(),
          opinion.grade(),
          opinion.reason());
    }
  }

  /** The advisory composite as the page shows it. */
  public record AdviceView(String parts, String score, String grade, String note) {

    static AdviceView of(Composite advice) {
      return new AdviceView(
          advice.parts().stream()
              .filter(part -> part.weight() > 0)
              .map(
                  part ->
                      "%s %s（权重 %d%%）"
                          .formatted(
                              part.label(),
                              part.points() == null ? "无得分" : Points.text(part.points()),
                              part.weight()))
              .collect(java.util.stream.Collectors.joining("，")),
          advice.score() == null ? "" : Points.text(advice.score()),
          advice.grade() == null ? "" : advice.grade().label(),
          advice.note());
    }
  }
}
