package org.dangwu.rectification;

import java.security.Principal;
import java.util.stream.Collectors;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.engine.TaskView;
import org.dangwu.organization.People;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the superior's organizers read a secretary's list and let it pass or return it (C21). */
@Controller
@RequestMapping("/rectification/task/{taskId}/list-review")
class ListReviewPage {

  private final ItemTasks tasks;
  private final ListMatters matters;
  private final ListStore lists;
  private final ListReviews reviews;
  private final ListReviewGuard guard;
  private final ListViews views;
  private final ItemAccess access;
  private final People people;
  private final Texts texts;
  private final Sentences sentences;

  ListReviewPage(
      ItemTasks tasks,
      ListMatters matters,
      ListStore lists,
      ListReviews reviews,
      ListReviewGuard guard,
      ListViews views,
      ItemAccess access,
      People people,
      Texts texts,
      Sentences sentences) {
    this.tasks = tasks;
    this.matters = matters;
    this.lists = lists;
    this.reviews = reviews;
    this.guard = guard;
    this.views = views;
    this.access = access;
    this.people = people;
    this.texts = texts;
    this.sentences = sentences;
  }

  @GetMapping
  String show(@PathVariable String taskId, Principal user, Model model) {
    return page(open(taskId, user.getName()), model);
  }

  @PostMapping
  @Transactional
  String review(
      @PathVariable String taskId,
      @RequestParam(required = false) Boolean passed,
      @RequestParam(defaultValue = "") String opinion,
      Principal user,
      Model model,
      RedirectAttributes answer) {
    Desk desk = open(taskId, user.getName());
    try {
      check(desk, passed, opinion, user.getName());
      reviews.save(taskId, desk.list().listId(), passed, opinion.strip(), user.getName());
      answer.addFlashAttribute("saved", sentences.say("review.saved"));
      return "redirect:/rectification/task/" + taskId + "/list-review";
    } catch (SubmissionRefused refused) {
      model.addAttribute("refused", refused.getMessage());
      model.addAttribute("passed", passed);
      model.addAttribute("opinion", opinion);
      return page(desk, model);
    }
  }

  private void check(Desk desk, Boolean passed, String opinion, String user) {
    if (!desk.held()) {
      throw sentences.refusal("task.claim");
    }
    guard.requireOther(desk.list(), user);
    if (passed == null) {
      throw sentences.refusal("review.choose");
    }
    if (texts.optional(opinion, "审核意见").isEmpty() && !passed) {
      throw sentences.refusal("review.opinion");
    }
  }

  private String page(Desk desk, Model model) {
    ListDraft draft = lists.find(desk.list().listId()).orElse(ListDraft.EMPTY).withoutBlanks();
    model.addAttribute("taskId", desk.taskId());
    model.addAttribute("held", desk.held());
    model.addAttribute("draft", draft);
    model.addAttribute("severities", Severity.values());
    model.addAttribute(
        "owners",
        people.names(
            draft.rows().stream()
                .map(ListDraft.Row::owner)
                .collect(Collectors.toUnmodifiableSet())));
    views.around(desk.list(), model);
    if (!model.containsAttribute("opinion")) {
      reviews
          .find(desk.taskId())
          .ifPresent(
              saved -> {
                model.addAttribute("passed", saved.passed());
                model.addAttribute("opinion", saved.opinion());
              });
    }
    return "rectification/list-review";
  }

  private Desk open(String taskId, String user) {
    TaskView view = tasks.listReview(taskId);
    ListMatter list = matters.of(view);
    if (!access.mayRead(user, list)) {
      throw tasks.gone();
    }
    return new Desk(taskId, list, user.equals(view.assignee()));
  }

  private record Desk(String taskId, ListMatter list, boolean held) {}
}
