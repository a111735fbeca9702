package org.dangwu.memberreview.outcome;

import java.security.Principal;
import org.dangwu.desk.DeskTask;
import org.dangwu.desk.Reply;
import org.dangwu.desk.Typed;
import org.dangwu.memberreview.MemberReviewProcess.Tasks;
import org.dangwu.memberreview.desk.ReviewTasks;
import org.dangwu.memberreview.grading.Item;
import org.dangwu.memberreview.grading.ItemBook;
import org.dangwu.memberreview.grading.Sentences;
import org.dangwu.memberreview.outcome.Praise.Manner;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the branch notes how a member rated 优秀 is praised (B22). */
@Controller
@RequestMapping("/member-review/task/{taskId}/praise")
class PraisePage {

  private static final String STEP = Tasks.PRAISE;
  private static final int LONGEST = 2000;
  private static final int LONGEST_TITLE = 200;

  private final ReviewTasks tasks;
  private final ItemBook items;
  private final PraiseBook book;
  private final Sentences sentences;

  PraisePage(ReviewTasks tasks, ItemBook items, PraiseBook book, Sentences sentences) {
    this.tasks = tasks;
    this.items = items;
    this.book = book;
    this.sentences = sentences;
  }

  @GetMapping
  String show(@PathVariable String taskId, Principal user, Model model) {
    DeskTask task = tasks.open(taskId, STEP, user.getName());
    String item = task.fact("praiseItem");
    return page(
        task, book.find(item).orElseGet(() -> new Praise(item, null, "", false, "")), model);
  }

  @PostMapping
  String save(
      @PathVariable String taskId,
      @RequestParam MultiValueMap<String, String> sent,
      Principal user,
      Model model) {
    Typed form = new Typed(sent);
    DeskTask task = tasks.open(taskId, STEP, user.getName());
    Praise given =
        new Praise(
            task.fact("praiseItem"),
            form.choice(Manner.class, "manner"),
            form.text("title"),
            form.checked("putForward"),
            form.text("wording"));
    Reply.to(
        () -> {
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
          return sentences.say("praise.saved");
        },
        model);
    return page(task, given, model);
  }

  private String page(DeskTask task, Praise praise, Model model) {
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
