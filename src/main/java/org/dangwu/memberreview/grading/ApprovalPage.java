package org.dangwu.memberreview.grading;

import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dangwu.desk.DeskTask;
import org.dangwu.desk.Reply;
import org.dangwu.desk.Typed;
import org.dangwu.memberreview.MemberReviewProcess.Tasks;
import org.dangwu.memberreview.desk.ReviewTasks;
import org.dangwu.memberreview.grading.ApprovalBook.Answer;
import org.dangwu.memberreview.grading.ApprovalBook.Kind;
import org.dangwu.verification.Verification;
import org.dangwu.verification.Verifications;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the superior committee answers item by item (F-B8, B19, B20, E14). */
@Controller
@RequestMapping("/member-review/task/{taskId}/approval")
class ApprovalPage {

  private static final String STEP = Tasks.APPROVE_ITEMS;

  private final ReviewTasks tasks;
  private final ApprovalNeed need;
  private final ApprovalBook book;
  private final ApprovalRules rules;
  private final AssemblyBook assemblies;
  private final Verifications verifications;
  private final Sentences sentences;

  ApprovalPage(
      ReviewTasks tasks,
      ApprovalNeed need,
      ApprovalBook book,
      ApprovalRules rules,
      AssemblyBook assemblies,
      Verifications verifications,
      Sentences sentences) {
    this.tasks = tasks;
    this.need = need;
    this.book = book;
    this.rules = rules;
    this.assemblies = assemblies;
    this.verifications = verifications;
    this.sentences = sentences;
  }

  @GetMapping
  String show(@PathVariable String taskId, Principal user, Model model) {
    return page(tasks.open(taskId, STEP, user.getName()), book.of(taskId), model);
  }

  @PostMapping
  String save(
      @PathVariable String taskId,
      @RequestParam MultiValueMap<String, String> sent,
      Principal user,
      Model model) {
    Typed form = new Typed(sent);
    DeskTask task = tasks.open(taskId, STEP, user.getName());
    List<Answer> given = new ArrayList<>();
    Reply.to(
        () -> {
          tasks.openForWriting(taskId, STEP, user.getName());
          for (Item item : need.of(task.caseId())) {
            answer(item, form).ifPresent(given::add);
          }
          for (Item item : need.of(task.caseId())) {
            given.stream()
                .filter(answer -> answer.itemId().equals(item.itemId()))
                .forEach(answer -> rules.check(item, answer));
          }
          book.save(taskId, given);
          return sentences.say("approval.saved", given.size());
        },
        model);
    return page(
        task,
        given.stream().collect(java.util.stream.Collectors.toMap(Answer::itemId, answer -> answer)),
        model);
  }

  private static Optional<Answer> answer(Item item, Typed form) {
    return Optional.ofNullable(form.choice(Kind.class, "answer-" + item.itemId()))
        .map(kind -> new Answer(item.itemId(), kind, form.text("reason-" + item.itemId())));
  }

  private String page(DeskTask task, Map<String, Answer> answers, Model model) {
    model.addAttribute("task", task);
    model.addAttribute("kinds", Kind.values());
    if (task.held()) {
      model.addAttribute(
          "rows",
          need.of(task.caseId()).stream()
              .map(item -> row(item, answers.get(item.itemId())))
              .toList());
    }
    return "memberreview/approval";
  }

  private Row row(Item item, Answer answer) {
    return new Row(
        item.itemId(),
        item.personName(),
        item.state() == ItemState.PENDING ? "" : item.proposed().label(),
        item.state().label(),
        item.state() == ItemState.PENDING,
        item.state() == ItemState.NOT_CARRIED,
        item.reason(),
        item.verification().flatMap(verifications::find).map(ApprovalPage::verified).orElse(""),
        vote(item),
        answer);
  }

  private static String verified(Verification found) {
    return found.conclusion() == null
        ? found.state().label()
        : found.conclusion().label() + "：" + found.conclusionText();
  }

  /** The vote in which the assembly decided last on the item. */
  private String vote(Item item) {
    return assemblies
        .last(item)
        .map(
            found ->
                sentences.say(
                    "approval.vote",
                    found.getKey().due(),
                    found.getKey().present(),
                    found.getValue().approve(),
                    found.getValue().against(),
                    found.getValue().abstain()))
        .orElse("");
  }

  /** One item before the superior. */
  public record Row(
      String itemId,
      String name,
      String grade,
      String state,
      boolean pending,
      boolean notCarried,
      String reason,
      String verified,
      String vote,
      Answer answer) {

    public boolean is(Kind kind) {
      return answer != null && answer.kind() == kind;
    }

    public String answered() {
      return answer == null ? "" : answer.reason();
    }
  }
}
