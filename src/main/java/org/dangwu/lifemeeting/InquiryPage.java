package org.dangwu.lifemeeting;

import java.security.Principal;
import java.util.Arrays;
import java.util.function.Supplier;
import org.dangwu.lifemeeting.MeetingTasks.MeetingTask;
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

  private final MeetingTasks tasks;
  private final InquiryBook book;
  private final InquiryRules rules;
  private final Sentences sentences;

  InquiryPage(MeetingTasks tasks, InquiryBook book, InquiryRules rules, Sentences sentences) {
    this.tasks = tasks;
    this.book = book;
    this.rules = rules;
    this.sentences = sentences;
  }

  @GetMapping
  String show(@PathVariable String taskId, Principal user, Model model) {
    MeetingTask task = tasks.open(taskId, InquiryGuard.ELEMENT, user.getName());
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
    MeetingTask task = writable(taskId, user);
    String answer =
        done(
            taskId,
            result,
            () -> {
              sentences.require(task.isDue(member), "inquiry.member");
              sentences.require(
                  Typed.one(InquiryOutcome.class, outcome) != null, "inquiry.outcome");
              sentences.require(Typed.fits(reference, 100), "inquiry.reference");
              sentences.require(Typed.fits(matter, 5000), "inquiry.matter");
              book.record(
                  task.caseId(),
                  new Inquiry(
                      member,
                      Typed.one(InquiryOutcome.class, outcome),
                      reference.strip(),
                      matter.strip()));
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
    MeetingTask task = writable(taskId, user);
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
    MeetingTask task = writable(taskId, user);
    return done(
        taskId,
        result,
        () -> {
          book.check(taskId, task.caseId(), user.getName());
          return sentences.say("inquiry.checked", String.valueOf(book.of(task.caseId()).size()));
        });
  }

  private Row row(MeetingTask task, Inquiry inquiry) {
    return new Row(
        inquiry.personId(),
        task.name(inquiry.personId()),
        inquiry.outcome().label(),
        rules.requirement(inquiry.outcome()),
        inquiry.reference(),
        inquiry.matter());
  }

  private MeetingTask writable(String taskId, Principal user) {
    return tasks.openHeld(taskId, InquiryGuard.ELEMENT, user.getName());
  }

  private static String done(String taskId, RedirectAttributes result, Supplier<String> work) {
    return PageAnswer.of(taskId, "inquiries", result, work);
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
