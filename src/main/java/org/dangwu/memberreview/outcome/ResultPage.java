package org.dangwu.memberreview.outcome;

import java.security.Principal;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
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
import org.dangwu.memberreview.outcome.Feedback.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a member reads his own result, and acknowledges it or objects (F-B9, B21, E24). */
@Controller
@RequestMapping("/member-review/task/{taskId}/result")
class ResultPage {

  private static final String STEP = Tasks.ACKNOWLEDGE_RESULT;
  private static final int LONGEST = 4000;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

  private final ReviewTasks tasks;
  private final ItemBook items;
  private final FeedbackBook book;
  private final Dossiers dossiers;
  private final Sentences sentences;
  private final TransactionOperations transactions;
  private final java.time.Clock clock;

  ResultPage(
      ReviewTasks tasks,
      ItemBook items,
      FeedbackBook book,
      Dossiers dossiers,
      Sentences sentences,
      TransactionOperations transactions,
      java.time.Clock clock) {
    this.tasks = tasks;
    this.items = items;
    this.book = book;
    this.dossiers = dossiers;
    this.sentences = sentences;
    this.transactions = transactions;
    this.clock = clock;
  }

  @GetMapping
  String show(@PathVariable String taskId, Principal user, Model model) {
    DeskTask task = own(taskId, user.getName());
    Item item = item(task, user.getName());
    book.seen(item.itemId());
    return page(task, item, book.find(item.itemId()).map(Feedback::answer), objection(item), model);
  }

  @PostMapping
  String answer(
      @PathVariable String taskId,
      @RequestParam MultiValueMap<String, String> sent,
      Principal user,
      Model model) {
    Typed form = new Typed(sent);
    DeskTask task = own(taskId, user.getName());
    Item item = item(task, user.getName());
    Answer answer = form.choice(Answer.class, "answer");
    String statement = form.text("statement");
    Reply.to(
        () -> {
          check(answer, statement);
          transactions.executeWithoutResult(
              status -> {
                book.answer(item.itemId(), answer);
                if (answer == Answer.OBJECT) {
                  dossiers.write(
                      DocumentKey.about(item.caseId(), ObjectionGuard.OBJECTION, item.personId()),
                      Map.of("reason", statement),
                      user.getName());
                }
              });
          return sentences.say("result.saved." + answer.name());
        },
        model);
    return page(task, item, Optional.ofNullable(answer), statement, model);
  }

  private void check(Answer answer, String statement) {
    if (answer == null) {
      throw sentences.refusal("result.answer");
    }
    if (answer == Answer.OBJECT && (statement.isEmpty() || statement.length() > LONGEST)) {
      throw sentences.refusal("result.statement", LONGEST);
    }
  }

  /** Only he whom the task is about, whoever else may see that there is such a task. */
  private DeskTask own(String taskId, String user) {
    DeskTask task = tasks.open(taskId, STEP, user);
    if (!task.held() || !user.equals(task.fact("member"))) {
      throw tasks.gone();
    }
    return task;
  }

  private Item item(DeskTask task, String user) {
    return items.of(task.caseId(), user).orElseThrow(tasks::gone);
  }

  private String objection(Item item) {
    return dossiers
        .find(DocumentKey.about(item.caseId(), ObjectionGuard.OBJECTION, item.personId()))
        .filter(draft -> !draft.isFinal())
        .map(draft -> dossiers.read(draft.id(), item.personId()).getOrDefault("reason", ""))
        .orElse("");
  }

  private String page(
      DeskTask task, Item item, Optional<Answer> answer, String statement, Model model) {
    model.addAttribute("task", task);
    model.addAttribute("name", item.personName());
    model.addAttribute(
        "note",
        dossiers
            .find(DocumentKey.about(item.caseId(), Feedbacks.PAPER, item.personId()))
            .map(found -> dossiers.read(found.id(), item.personId()))
            .orElse(Map.of()));
    model.addAttribute(
        "due",
        task.view().due() == null
            ? ""
            : DAY.format(task.view().due().toInstant().atZone(clock.getZone())));
    model.addAttribute("answers", Answer.values());
    model.addAttribute("answer", answer.orElse(null));
    model.addAttribute("statement", statement);
    return "memberreview/result";
  }
}
