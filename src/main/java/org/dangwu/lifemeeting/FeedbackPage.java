package org.dangwu.lifemeeting;

import java.security.Principal;
import java.util.List;
import java.util.function.Supplier;
import org.dangwu.lifemeeting.LifeMeetingProcess.Tasks;
import org.dangwu.lifemeeting.MeetingTasks.MeetingTask;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where opinions are made ready to be fed back (A09), and where it is marked which members must
 * explain what was reported about them (A10).
 */
@Controller
@RequestMapping("/life-meeting/task/{taskId}/feedback")
class FeedbackPage {

  private static final String VIEW = "lifemeeting/feedback";
  private static final int LONGEST = 2000;

  private final MeetingTasks tasks;
  private final OpinionBook book;
  private final ExplanationList explanations;
  private final TransactionTemplate transaction;
  private final Sentences sentences;

  FeedbackPage(
      MeetingTasks tasks,
      OpinionBook book,
      ExplanationList explanations,
      TransactionTemplate transaction,
      Sentences sentences) {
    this.tasks = tasks;
    this.book = book;
    this.explanations = explanations;
    this.transaction = transaction;
    this.sentences = sentences;
  }

  @GetMapping
  String show(@PathVariable String taskId, Principal user, Model model) {
    MeetingTask task = tasks.open(taskId, Tasks.FEEDBACK_OPINIONS, user.getName());
    model.addAttribute("task", task);
    if (task.held()) {
      List<Opinion> opinions = book.of(task.caseId());
      Feedback feedback = new Feedback(opinions, book.groups(task.caseId()));
      List<Part> parts = parts(task, feedback);
      model.addAttribute("parts", parts);
      model.addAttribute(
          "silent",
          parts.stream()
              .filter(part -> !part.personId().isEmpty() && part.items().isEmpty())
              .map(Part::label)
              .toList());
      model.addAttribute(
          "handedOver",
          opinions.stream().filter(Opinion::isHandedOver).map(Opinion::number).toList());
      model.addAttribute("decided", explanations.find(taskId).isPresent());
      model.addAttribute("flagged", explanations.find(taskId).orElse(List.of()));
    }
    return VIEW;
  }

  @PostMapping("/group")
  String group(
      @PathVariable String taskId,
      @RequestParam(defaultValue = "") String addressee,
      @RequestParam(name = "opinion", defaultValue = "") List<String> opinions,
      @RequestParam(defaultValue = "") String text,
      Principal user,
      RedirectAttributes result) {
    MeetingTask task = writable(taskId, user);
    result.addFlashAttribute("typedAddressee", addressee);
    result.addFlashAttribute("typedText", text);
    return done(
        taskId,
        result,
        () -> {
          Addressee known =
              Addressee.of(addressee, task.due())
                  .orElseThrow(() -> sentences.refusal("opinion.addressee"));
          List<String> chosen = opinions.stream().distinct().toList();
          if (chosen.size() < 2) {
            throw sentences.refusal("feedback.two");
          }
          if (text.isBlank() || text.strip().length() > LONGEST) {
            throw sentences.refusal("feedback.text", String.valueOf(LONGEST));
          }
          transaction.executeWithoutResult(
              status -> {
                if (book.group(task.caseId(), known, chosen, text.strip()) != chosen.size()) {
                  throw sentences.refusal("feedback.changed");
                }
              });
          result.getFlashAttributes().remove("typedText");
          return sentences.say("feedback.grouped", String.valueOf(chosen.size()));
        });
  }

  @PostMapping("/ungroup/{groupId}")
  String ungroup(
      @PathVariable String taskId,
      @PathVariable String groupId,
      Principal user,
      RedirectAttributes result) {
    MeetingTask task = writable(taskId, user);
    return done(
        taskId,
        result,
        () -> {
          book.ungroup(task.caseId(), groupId);
          return sentences.say("feedback.ungrouped");
        });
  }

  @PostMapping("/explanations")
  String explain(
      @PathVariable String taskId,
      @RequestParam(name = "member", defaultValue = "") List<String> members,
      Principal user,
      RedirectAttributes result) {
    MeetingTask task = writable(taskId, user);
    return done(
        taskId,
        result,
        () -> {
          Feedback feedback = new Feedback(book.of(task.caseId()), book.groups(task.caseId()));
          List<String> chosen = members.stream().distinct().toList();
          chosen.forEach(member -> requireConcerned(member, task, feedback));
          explanations.record(taskId, task.caseId(), chosen, user.getName());
          return chosen.isEmpty()
              ? sentences.say("explanation.none")
              : sentences.say("explanation.saved", chosen.size());
        });
  }

  private void requireConcerned(String member, MeetingTask task, Feedback feedback) {
    if (!task.isDue(member)) {
      throw sentences.refusal("explanation.stranger", member);
    }
    if (!feedback.concerns(Addressee.member(member))) {
      throw sentences.refusal("explanation.nothing", task.name(member));
    }
  }

  private MeetingTask writable(String taskId, Principal user) {
    return tasks.openHeld(taskId, Tasks.FEEDBACK_OPINIONS, user.getName());
  }

  private static String done(String taskId, RedirectAttributes result, Supplier<String> work) {
    return PageAnswer.of(taskId, "feedback", result, work);
  }

  private static List<Part> parts(MeetingTask task, Feedback feedback) {
    return Addressee.all(task.due()).stream()
        .map(
            addressee ->
                new Part(
                    addressee.key(),
                    addressee.label(task.due()),
                    addressee.personId(),
                    feedback.items(addressee)))
        .toList();
  }

  /** What one addressee is told. */
  public record Part(String key, String label, String personId, List<Feedback.Item> items) {

    /** Whether there is more than one opinion that may be put together. */
    public boolean groupable() {
      return items.stream().filter(item -> !item.grouped()).count() > 1;
    }
  }
}
