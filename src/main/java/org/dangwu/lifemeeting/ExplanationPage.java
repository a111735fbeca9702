package org.dangwu.lifemeeting;

import java.security.Principal;
import java.util.List;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.lifemeeting.LifeMeetingProcess.Tasks;
import org.dangwu.lifemeeting.MeetingTasks.MeetingTask;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where it is marked which members must explain what was reported about them (A10). */
@Controller
@RequestMapping("/life-meeting/task/{taskId}/explanations")
class ExplanationPage {

  private final MeetingTasks tasks;
  private final ExplanationList list;
  private final Sentences sentences;

  ExplanationPage(MeetingTasks tasks, ExplanationList list, Sentences sentences) {
    this.tasks = tasks;
    this.list = list;
    this.sentences = sentences;
  }

  @GetMapping
  String show(@PathVariable String taskId, Principal user, Model model) {
    MeetingTask task = tasks.open(taskId, Tasks.FEEDBACK_OPINIONS, user.getName());
    return page(task, list.find(taskId).orElse(List.of()), model);
  }

  @PostMapping
  String save(
      @PathVariable String taskId,
      @RequestParam(name = "member", defaultValue = "") List<String> members,
      Principal user,
      Model model) {
    MeetingTask task = tasks.open(taskId, Tasks.FEEDBACK_OPINIONS, user.getName());
    try {
      tasks.openForWriting(taskId, Tasks.FEEDBACK_OPINIONS, user.getName());
      List<String> chosen = members.stream().distinct().toList();
      chosen.forEach(member -> requireDue(member, task));
      list.record(taskId, task.caseId(), chosen, user.getName());
      model.addAttribute(
          "saved",
          chosen.isEmpty()
              ? sentences.say("explanation.none")
              : sentences.say("explanation.saved", chosen.size()));
    } catch (SubmissionRefused refused) {
      model.addAttribute("refused", refused.getMessage());
    }
    return page(task, members, model);
  }

  private void requireDue(String member, MeetingTask task) {
    if (task.due().stream().noneMatch(entry -> entry.personId().equals(member))) {
      throw sentences.refusal("explanation.stranger", member);
    }
  }

  private static String page(MeetingTask task, List<String> chosen, Model model) {
    model.addAttribute("task", task);
    model.addAttribute("chosen", chosen);
    return "lifemeeting/explanations";
  }
}
