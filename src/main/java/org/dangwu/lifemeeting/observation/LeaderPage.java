package org.dangwu.lifemeeting.observation;

import java.security.Principal;
import java.util.List;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.lifemeeting.Sentences;
import org.dangwu.lifemeeting.observation.Candidate.Sender;
import org.dangwu.lifemeeting.observation.ObservationTasks.OpenTask;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the superior's principal takes up a body with prominent problems himself (A16). */
@Controller
@RequestMapping("/life-meeting/observation/task/{taskId}/leader")
class LeaderPage {

  private static final int LONGEST = 2000;

  private final ObservationTasks tasks;
  private final ObservationBook book;
  private final Candidates candidates;
  private final CaseTexts texts;
  private final Sentences sentences;
  private final TransactionTemplate transaction;

  LeaderPage(
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
    OpenTask task = tasks.open(taskId, ObservationGuard.TAKE_UP, user.getName());
    Observation known = book.find(task.caseId()).orElse(Observation.NOTHING_YET);
    String requirement = texts.shown(task, "observationInstruction", "requirement", user.getName());
    return page(task, known.assigned(), requirement, user, model);
  }

  @PostMapping
  String save(
      @PathVariable String taskId,
      @RequestParam(defaultValue = "") String leader,
      @RequestParam(defaultValue = "") String requirement,
      Principal user,
      Model model) {
    OpenTask task = tasks.open(taskId, ObservationGuard.TAKE_UP, user.getName());
    try {
      tasks.openForWriting(taskId, ObservationGuard.TAKE_UP, user.getName());
      Candidate chosen =
          leaders(task).stream()
              .filter(candidate -> candidate.personId().equals(leader))
              .findFirst()
              .orElseThrow(() -> sentences.refusal("observation.leader"));
      String text = requirement.strip();
      if (text.isEmpty() || text.length() > LONGEST) {
        throw sentences.refusal("observation.requirement");
      }
      transaction.executeWithoutResult(
          status -> {
            texts.write(
                task.caseId(), "observationInstruction", "requirement", text, user.getName());
            book.assign(task.caseId(), leader);
          });
      model.addAttribute("saved", sentences.say("observation.leaderSaved", chosen.name()));
    } catch (SubmissionRefused refused) {
      model.addAttribute("refused", refused.getMessage());
    }
    return page(task, leader, requirement, user, model);
  }

  private List<Candidate> leaders(OpenTask task) {
    return candidates.forBody(task.organization()).stream()
        .filter(candidate -> candidate.senders().contains(Sender.LEADERS))
        .toList();
  }

  private String page(
      OpenTask task, String leader, String requirement, Principal user, Model model) {
    model.addAttribute("task", task);
    model.addAttribute("leaders", leaders(task));
    model.addAttribute("leader", leader);
    model.addAttribute("requirement", requirement);
    model.addAttribute(
        "basis", texts.shown(task, "observationAssessment", "basis", user.getName()));
    return "lifemeeting/observation/leader";
  }
}
