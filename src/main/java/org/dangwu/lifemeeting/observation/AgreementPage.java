package org.dangwu.lifemeeting.observation;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.lifemeeting.Sentences;
import org.dangwu.lifemeeting.observation.ObservationTasks.OpenTask;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the discipline commission agrees to the observers or returns the list (A15). */
@Controller
@RequestMapping("/life-meeting/observation/task/{taskId}/agreement")
class AgreementPage {

  private static final int LONGEST = 2000;

  private final ObservationTasks tasks;
  private final ObservationBook book;
  private final Candidates candidates;
  private final CaseTexts texts;
  private final Sentences sentences;
  private final TransactionTemplate transaction;

  AgreementPage(
      ObservationTasks tasks,
      ObservationBook book,
      Candidates candidates,
      CaseTexts texts,
      Sentences sentences,
      TransactionTemplate transaction) {
    this.tasks = tasks;
    this.book = book;
    this.candidates = candidates;
    this.texts = texts;
    this.sentences = sentences;
    this.transaction = transaction;
  }

  @GetMapping
  String show(@PathVariable String taskId, Principal user, Model model) {
    OpenTask task = tasks.open(taskId, ObservationGuard.AGREE, user.getName());
    return page(task, null, "", user, model);
  }

  @PostMapping
  String save(
      @PathVariable String taskId,
      @RequestParam(required = false) Boolean agreed,
      @RequestParam(defaultValue = "") String opinion,
      Principal user,
      Model model) {
    OpenTask task = tasks.open(taskId, ObservationGuard.AGREE, user.getName());
    try {
      tasks.openForWriting(taskId, ObservationGuard.AGREE, user.getName());
      if (agreed == null) {
        throw sentences.refusal("observation.answer");
      }
      String text = opinion.strip();
      if (text.length() > LONGEST || !agreed && text.isEmpty()) {
        throw sentences.refusal("observation.opinion");
      }
      transaction.executeWithoutResult(
          status -> {
            if (!agreed) {
              texts.write(task.caseId(), "observationOpinion", "opinion", text, user.getName());
              texts.finish(task.caseId(), "observationOpinion", user.getName());
            }
            book.answer(task.caseId(), agreed, user.getName());
          });
      model.addAttribute(
          "saved", sentences.say(agreed ? "observation.agreed" : "observation.returned"));
    } catch (SubmissionRefused refused) {
      model.addAttribute("refused", refused.getMessage());
    }
    return page(task, agreed, opinion, user, model);
  }

  private String page(OpenTask task, Boolean agreed, String opinion, Principal user, Model model) {
    Observation observation = book.find(task.caseId()).orElse(Observation.NOTHING_YET);
    Map<String, Candidate> known =
        candidates.forBody(task.organization()).stream()
            .collect(Collectors.toMap(Candidate::personId, Function.identity()));
    model.addAttribute("task", task);
    model.addAttribute("level", observation.level());
    model.addAttribute("agreed", agreed == null ? observation.agreed() : agreed);
    model.addAttribute("opinion", opinion);
    model.addAttribute(
        "basis", texts.shown(task, "observationAssessment", "basis", user.getName()));
    model.addAttribute("rows", rows(observation, known));
    return "lifemeeting/observation/agreement";
  }

  private static List<Row> rows(Observation observation, Map<String, Candidate> known) {
    return observation.seats().stream()
        .filter(seat -> known.containsKey(seat.personId()))
        .map(seat -> new Row(known.get(seat.personId()), seat.group(), seat.leader() ? "组长" : "成员"))
        .toList();
  }

  /** One proposed observer. */
  public record Row(Candidate candidate, int group, String part) {}
}
