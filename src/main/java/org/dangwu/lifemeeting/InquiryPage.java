package org.dangwu.lifemeeting;

import java.security.Principal;
import java.util.Arrays;
import java.util.function.Supplier;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.lifemeeting.PreparationTasks.PreparationTask;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where it is recorded which members were subject to an inquiry, and how it ended (A14, F-A5). */
@Controller
@RequestMapping("/life-meeting/task/{taskId}/inquiries")
class InquiryPage {

  private static final String VIEW = "lifemeeting/inquiries";

  private final PreparationTasks tasks;
  private final InquiryBook book;
  private final InquiryRules rules;
  private final Sentences sentences;

  InquiryPage(PreparationTasks tasks, InquiryBook book, InquiryRules rules, Sentences sentences) {
    this.tasks = tasks;
    this.book = book;
    this.rules = rules;
    this.sentences = sentences;
  }

  @GetMapping
  String show(@PathVariable String taskId, Principal user, Model model) {
    PreparationTask task = tasks.open(taskId, InquiryGuard.ELEMENT, user.getName());
    model.addAttribute("task", task);
    if (task.held()) {
      model.addAttribute("rows", book.of(task.caseId()).stream().map(i -> row(task, i)).toList());
      model.addAttribute(
          "outcomes",
          Arrays.stream(InquiryOutcome.values())
              .map(o -> new Choice(o.name(), o.label(), rules.requirement(o)))
              .toList());
      model.addAttribute("checked", book.isChecked(taskId));
    }
    return VIEW;
  }

  @PostMapping
  String record(
      @PathVariable String taskId,
      @RequestParam(defaultValue = "") String member,
      @RequestParam(defaultValue = "") String outcome,
      @RequestParam(defaultValue = "") String reference,
      @RequestParam(defaultValue = "") String matter,
      Principal user,
      RedirectAttributes result) {
    PreparationTask task = writable(taskId, user);
    String answer =
        done(
            taskId,
            result,
            () -> {
              require(
                  task.due().stream().anyMatch(e -> e.personId().equals(member)), "inquiry.member");
              require(known(outcome) != null, "inquiry.outcome");
              require(fits(reference, 100), "inquiry.reference");
              require(fits(matter, 5000), "inquiry.matter");
              book.record(
                  task.caseId(),
                  new Inquiry(member, known(outcome), reference.strip(), matter.strip()));
              book.uncheck(taskId);
              return sentences.say("inquiry.recorded");
            });
    if (result.getFlashAttributes().containsKey("refused")) {
      result.addFlashAttribute("typedMember", member);
      result.addFlashAttribute("typedOutcome", outcome);
      result.addFlashAttribute("typedReference", reference);
      result.addFlashAttribute("typedMatter", matter);
    }
    return answer;
  }

  @PostMapping("/{member}/remove")
  String remove(
      @PathVariable String taskId,
      @PathVariable String member,
      Principal user,
      RedirectAttributes result) {
    PreparationTask task = writable(taskId, user);
    return done(
        taskId,
        result,
        () -> {
          book.remove(task.caseId(), member);
          book.uncheck(taskId);
          return sentences.say("inquiry.removed");
        });
  }

  @PostMapping("/check")
  String check(@PathVariable String taskId, Principal user, RedirectAttributes result) {
    PreparationTask task = writable(taskId, user);
    return done(
        taskId,
        result,
        () -> {
          book.check(taskId, task.caseId(), user.getName());
          return sentences.say("inquiry.checked", String.valueOf(book.of(task.caseId()).size()));
        });
  }

  private Row row(PreparationTask task, Inquiry inquiry) {
    return new Row(
        inquiry.personId(),
        task.name(inquiry.personId()),
        inquiry.outcome().label(),
        rules.requirement(inquiry.outcome()),
        inquiry.reference(),
        inquiry.matter());
  }

  private PreparationTask writable(String taskId, Principal user) {
    return tasks.openForWriting(taskId, InquiryGuard.ELEMENT, user.getName());
  }

  private static String done(String taskId, RedirectAttributes result, Supplier<String> work) {
    try {
      result.addFlashAttribute("saved", work.get());
    } catch (SubmissionRefused refused) {
      result.addFlashAttribute("refused", refused.getMessage());
    }
    return "redirect:/life-meeting/task/" + taskId + "/inquiries";
  }

  private void require(boolean holds, String sentence) {
    if (!holds) {
      throw sentences.refusal(sentence);
    }
  }

  private static boolean fits(String text, int longest) {
    return !text.isBlank() && text.strip().length() <= longest;
  }

  private static InquiryOutcome known(String name) {
    return Arrays.stream(InquiryOutcome.values())
        .filter(outcome -> outcome.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  /** An outcome with what follows from it. */
  public record Choice(String key, String label, String requirement) {

    public String text() {
      return label + " → " + requirement;
    }
  }

  /** An inquiry in the list. */
  public record Row(
      String personId,
      String name,
      String outcome,
      String requirement,
      String reference,
      String matter) {}
}
