package org.dangwu.memberreview.outcome;

import java.security.Principal;
import java.util.Map;
import java.util.Set;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.memberreview.grading.GradingTasks;
import org.dangwu.memberreview.grading.GradingTasks.GradingTask;
import org.dangwu.memberreview.grading.Item;
import org.dangwu.memberreview.grading.ItemBook;
import org.dangwu.memberreview.grading.Sentences;
import org.dangwu.memberreview.grading.Typed;
import org.dangwu.memberreview.outcome.Praise.Manner;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the branch notes how a member rated 优秀 is praised (B22). */
@Controller
@RequestMapping("/member-review/task/{taskId}/praise")
class PraisePage {

  private static final Set<String> STEP = Set.of(OutcomeSteps.PRAISE);
  private static final int LONGEST = 2000;
  private static final int LONGEST_TITLE = 200;

  private final GradingTasks tasks;
  private final ItemBook items;
  private final PraiseBook book;
  private final Sentences sentences;

  PraisePage(GradingTasks tasks, ItemBook items, PraiseBook book, Sentences sentences) {
    this.tasks = tasks;
    this.items = items;
    this.book = book;
    this.sentences = sentences;
  }

  @GetMapping
  String show(@PathVariable String taskId, Principal user, Model model) {
    GradingTask task = tasks.open(taskId, STEP, user.getName());
    String item = task.fact("praiseItem");
    return page(
        task, book.find(item).orElseGet(() -> new Praise(item, null, "", false, "")), model);
  }

  @PostMapping
  String save(
      @PathVariable String taskId,
      @RequestParam Map<String, String> form,
      Principal user,
      Model model) {
    GradingTask task = tasks.open(taskId, STEP, user.getName());
    Praise given =
        new Praise(
            task.fact("praiseItem"),
            Choice.of(Manner.values(), form.get("manner")),
            Typed.text(form.get("title")),
            form.containsKey("putForward"),
            Typed.text(form.get("wording")));
    try {
      tasks.openForWriting(taskId, STEP, user.getName());
      if (given.manner() == null) {
        throw sentences.refusal("praise.manner");
      }
      if (given.wording().isEmpty() || given.wording().length() > LONGEST) {
        throw sentences.refusal("praise.wording", LONGEST);
      }
      if (given.title().length() > LONGEST_TITLE) {
        throw sentences.refusal("praise.title", LONGEST_TITLE);
      }
      book.save(given, user.getName());
      model.addAttribute("saved", sentences.say("praise.saved"));
    } catch (SubmissionRefused refused) {
      model.addAttribute("refused", refused.getMessage());
    }
    return page(task, given, model);
  }

  private String page(GradingTask task, Praise praise, Model model) {
    model.addAttribute("task", task);
    model.addAttribute("manners", Manner.values());
    if (task.held()) {
      Item item =
          items
              .find(praise.itemId())
              .filter(found -> found.caseId().equals(task.caseId()))
              .orElseThrow(tasks::gone);
      model.addAttribute("item", item);
      model.addAttribute("manner", praise.manner());
      model.addAttribute("title", praise.title());
      model.addAttribute("putForward", praise.putForward());
      model.addAttribute("wording", praise.wording());
    }
    return "memberreview/praise";
  }
}
