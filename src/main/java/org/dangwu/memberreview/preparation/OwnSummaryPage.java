package org.dangwu.memberreview.preparation;

import java.security.Principal;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.dangwu.desk.DeskTask;
import org.dangwu.desk.HandIn;
import org.dangwu.engine.TaskModels;
import org.dangwu.memberreview.desk.ReviewSentences;
import org.dangwu.memberreview.desk.ReviewTasks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * A member's summary on a page of its own, from writing to handing in, so that a telephone is
 * enough for it (B08). The paper is the dossier's; handing in completes the task as Tasklist does.
 */
@Controller
@RequestMapping("/member-review/task/{taskId}/own-summary")
class OwnSummaryPage {

  private static final String VIEW = "memberreview/own-summary";

  private final ReviewTasks tasks;
  private final TaskModels models;
  private final FormService forms;
  private final ReviewSentences sentences;

  OwnSummaryPage(
      ReviewTasks tasks, TaskModels models, FormService forms, ReviewSentences sentences) {
    this.tasks = tasks;
    this.models = models;
    this.forms = forms;
    this.sentences = sentences;
  }

  @GetMapping
  String show(@PathVariable String taskId, Principal user, Model model) {
    model.addAttribute("task", own(taskId, user.getName()));
    return VIEW;
  }

  @PostMapping
  String handIn(@PathVariable String taskId, Principal user, Model model) {
    DeskTask task = own(taskId, user.getName());
    model.addAttribute("task", task);
    HandIn.to(
        () -> {
          forms.submitTaskForm(taskId, Map.of());
          return sentences.say("summary.handedIn");
        },
        model);
    return VIEW;
  }

  /** Nobody but the member himself, whoever else may see the task. */
  private DeskTask own(String taskId, String user) {
    String element =
        models
            .find(taskId)
            .map(view -> view.elementId())
            .filter(PreparationSteps.WRITE_LATE_SUMMARY::equals)
            .orElse(PreparationSteps.WRITE_SUMMARY);
    return tasks.openOwn(taskId, element, user);
  }
}
