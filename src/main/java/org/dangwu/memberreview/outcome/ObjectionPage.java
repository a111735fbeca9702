package org.dangwu.memberreview.outcome;

import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.dangwu.desk.DeskTask;
import org.dangwu.desk.Reply;
import org.dangwu.desk.Typed;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.memberreview.MemberReviewProcess.Tasks;
import org.dangwu.memberreview.desk.ReviewTasks;
import org.dangwu.memberreview.grading.Item;
import org.dangwu.memberreview.grading.ItemBook;
import org.dangwu.memberreview.grading.Sentences;
import org.dangwu.memberreview.outcome.Feedback.Decision;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the committee hears an objection and the superior decides on it (E24). */
@Controller
@RequestMapping("/member-review/task/{taskId}/objection")
class ObjectionPage {

  private static final Set<String> STEPS = Set.of(Tasks.HEAR_OBJECTION, Tasks.DECIDE_OBJECTION);
  private static final int LONGEST = 4000;

  private final ReviewTasks tasks;
  private final ItemBook items;
  private final FeedbackBook book;
  private final Dossiers dossiers;
  private final Sentences sentences;
  private final TransactionOperations transactions;

  ObjectionPage(
      ReviewTasks tasks,
      ItemBook items,
      FeedbackBook book,
      Dossiers dossiers,
      Sentences sentences,
      TransactionOperations transactions) {
    this.tasks = tasks;
    this.items = items;
    this.book = book;
    this.dossiers = dossiers;
    this.sentences = sentences;
    this.transactions = transactions;
  }

  @GetMapping
  String show(@PathVariable String taskId, Principal user, Model model) {
    DeskTask task = tasks.open(taskId, STEPS, user.getName());
    return page(task, null, user.getName(), model);
  }

  @PostMapping
  String save(
      @PathVariable String taskId,
      @RequestParam MultiValueMap<String, String> sent,
      Principal user,
      Model model) {
    Typed form = new Typed(sent);
    DeskTask task = tasks.open(taskId, STEPS, user.getName());
    Map<String, String> typed = new LinkedHashMap<>();
    for (String name : Set.of("record", "opinion", "decision", "choice")) {
      typed.put(name, form.text(name));
    }
    Reply.to(
        () -> {
          tasks.openForWriting(taskId, STEPS, user.getName());
          Item item = item(task);
          if (task.element().equals(Tasks.HEAR_OBJECTION)) {
            text(typed.get("record"));
            text(typed.get("opinion"));
            write(
                item,
                ObjectionGuard.HEARING,
                Map.of("record", typed.get("record"), "opinion", typed.get("opinion")),
                user);
          } else {
            decide(item, form, user);
          }
          return sentences.say("objection.saved");
        },
        model);
    return page(task, typed, user.getName(), model);
  }

  private void decide(Item item, Typed form, Principal user) {
    Decision decision = form.choice(Decision.class, "choice");
    if (decision == null) {
      throw sentences.refusal("objection.choice");
    }
    text(form.text("decision"));
    transactions.executeWithoutResult(
        status -> {
          book.decide(item.itemId(), decision);
          write(
              item,
              ObjectionGuard.DECISION,
              Map.of("decision", decision.label() + "。\n" + form.text("decision")),
              user);
        });
  }

  private void text(String text) {
    if (text.isEmpty() || text.length() > LONGEST - Decision.CHANGE.label().length() - 2) {
      throw sentences.refusal("objection.text", LONGEST - 20);
    }
  }

  private void write(Item item, String type, Map<String, String> texts, Principal user) {
    dossiers.write(DocumentKey.about(item.caseId(), type, item.personId()), texts, user.getName());
  }

  private Item item(DeskTask task) {
    return items.of(task.caseId(), task.fact("member")).orElseThrow(tasks::gone);
  }

  private String page(DeskTask task, Map<String, String> typed, String user, Model model) {
    model.addAttribute("task", task);
    model.addAttribute("hearing", task.element().equals(Tasks.HEAR_OBJECTION));
    model.addAttribute("decisions", Decision.values());
    if (task.held()) {
      Item item = item(task);
      model.addAttribute("item", item);
      model.addAttribute("objection", texts(item, ObjectionGuard.OBJECTION, true, user));
      model.addAttribute("heard", texts(item, ObjectionGuard.HEARING, true, user));
      model.addAttribute("typed", typed == null ? draft(task, item, user) : typed);
    }
    return "memberreview/objection";
  }

  private Map<String, String> draft(DeskTask task, Item item, String user) {
    if (task.element().equals(Tasks.HEAR_OBJECTION)) {
      return texts(item, ObjectionGuard.HEARING, false, user);
    }
    Map<String, String> typed =
        new LinkedHashMap<>(texts(item, ObjectionGuard.DECISION, false, user));
    book.find(item.itemId())
        .map(Feedback::decision)
        .ifPresent(
            decision -> {
              typed.put("choice", decision.name());
              typed.computeIfPresent(
                  "decision", (key, text) -> text.replaceFirst(decision.label() + "。\n", ""));
            });
    return typed;
  }

  private Map<String, String> texts(Item item, String type, boolean whenFinal, String user) {
    return dossiers
        .find(DocumentKey.about(item.caseId(), type, item.personId()))
        .filter(found -> found.isFinal() == whenFinal)
        .map(found -> dossiers.read(found.id(), user))
        .orElse(Map.of());
  }
}
