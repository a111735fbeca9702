package org.dangwu.memberreview.outcome;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.dangwu.desk.DeskTask;
import org.dangwu.desk.Reply;
import org.dangwu.desk.Typed;
import org.dangwu.memberreview.MemberReviewProcess.Tasks;
import org.dangwu.memberreview.desk.ReviewTasks;
import org.dangwu.memberreview.grading.Item;
import org.dangwu.memberreview.grading.ItemBook;
import org.dangwu.memberreview.grading.Sentences;
import org.dangwu.memberreview.outcome.Help.Outcome;
import org.dangwu.procedure.Parameters;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where help for a member rated 基本合格 is planned and looked at again (B24). */
@Controller
@RequestMapping("/member-review/task/{taskId}/help")
class HelpPage {

  private static final Set<String> STEPS = Set.of(Tasks.HELP_PLAN, Tasks.CHECK_HELP);
  private static final int LONGEST = 2000;
  private static final int LONGEST_NAMES = 100;
  private static final int LONGEST_MONTHS = 12;

  private final ReviewTasks tasks;
  private final ItemBook items;
  private final HelpBook book;
  private final Parameters parameters;
  private final Sentences sentences;
  private final Clock clock;

  HelpPage(
      ReviewTasks tasks,
      ItemBook items,
      HelpBook book,
      Parameters parameters,
      Sentences sentences,
      Clock clock) {
    this.tasks = tasks;
    this.items = items;
    this.book = book;
    this.parameters = parameters;
    this.sentences = sentences;
    this.clock = clock;
  }

  @GetMapping
  String show(@PathVariable String taskId, Principal user, Model model) {
    DeskTask task = tasks.open(taskId, STEPS, user.getName());
    return page(task, kept(task), model);
  }

  @PostMapping
  String save(
      @PathVariable String taskId,
      @RequestParam MultiValueMap<String, String> sent,
      Principal user,
      Model model) {
    Typed form = new Typed(sent);
    DeskTask task = tasks.open(taskId, STEPS, user.getName());
    Help given = given(task, form);
    Reply.to(
        () -> {
          tasks.openForWriting(taskId, STEPS, user.getName());
          check(task, given);
          book.save(given, user.getName());
          return sentences.say("help.saved");
        },
        model);
    return page(task, given, model);
  }

  private Help kept(DeskTask task) {
    String item = task.fact("helpItem");
    int months = parameters.number("review.helpMonths", task.organization(), task.year());
    return book.find(item)
        .orElseGet(
            () -> new Help(item, "", "", "", LocalDate.now(clock).plusMonths(months), "", null));
  }

  private Help given(DeskTask task, Typed form) {
    Help kept = kept(task);
    if (plan(task)) {
      return new Help(
          kept.itemId(),
          form.text("gap"),
          form.text("measures"),
          form.text("helpers"),
          form.day("dueOn"),
          kept.progress(),
          null);
    }
    return new Help(
        kept.itemId(),
        kept.gap(),
        kept.measures(),
        kept.helpers(),
        kept.dueOn(),
        form.text("progress"),
        form.choice(Outcome.class, "outcome"));
  }

  private void check(DeskTask task, Help given) {
    if (plan(task)) {
      text("help.gap", given.gap(), LONGEST);
      text("help.measures", given.measures(), LONGEST);
      text("help.helpers", given.helpers(), LONGEST_NAMES);
      LocalDate today = LocalDate.now(clock);
      if (given.dueOn() == null
          || !given.dueOn().isAfter(today)
          || given.dueOn().isAfter(today.plusMonths(LONGEST_MONTHS))) {
        throw sentences.refusal("help.dueOn", LONGEST_MONTHS);
      }
    } else {
      text("help.progress", given.progress(), LONGEST);
      if (given.outcome() == null) {
        throw sentences.refusal("help.outcome");
      }
    }
  }

  private void text(String key, String text, int longest) {
    if (text.isEmpty() || text.length() > longest) {
      throw sentences.refusal(key, longest);
    }
  }

  private static boolean plan(DeskTask task) {
    return task.element().equals(Tasks.HELP_PLAN);
  }

  private String page(DeskTask task, Help help, Model model) {
    model.addAttribute("task", task);
    model.addAttribute("plan", plan(task));
    model.addAttribute("outcomes", Outcome.values());
    model.addAttribute("tomorrow", LocalDate.now(clock).plusDays(1));
    if (task.held()) {
      Item item =
          items
              .find(help.itemId())
              .filter(found -> found.caseId().equals(task.caseId()))
              .orElseThrow(tasks::gone);
      model.addAttribute("name", item.personName());
      model.addAttribute("gap", help.gap());
      model.addAttribute("measures", help.measures());
      model.addAttribute("helpers", help.helpers());
      model.addAttribute("dueOn", help.dueOn());
      model.addAttribute("progress", help.progress());
      model.addAttribute("outcome", help.outcome());
    }
    return "memberreview/help";
  }
}
