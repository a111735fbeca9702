package org.dangwu.rectification;

import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.dangwu.dossier.DossierRefused;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.rectification.Accountabilities.Measure;
import org.dangwu.rectification.ItemTasks.ItemTask;
import org.dangwu.rectification.RectificationProcess.Tasks;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page inside Tasklist for every task of an item: what it is about and what is asked now. */
@Controller
@RequestMapping("/rectification/task/{taskId}")
class TaskPage {

  private final ItemTasks tasks;
  private final ItemViews views;
  private final OwnerDesk owner;
  private final ItemDeeds deeds;
  private final Verifications verifications;
  private final Sentences sentences;
  private final Clock clock;

  TaskPage(
      ItemTasks tasks,
      ItemViews views,
      OwnerDesk owner,
      ItemDeeds deeds,
      Verifications verifications,
      Sentences sentences,
      Clock clock) {
    this.tasks = tasks;
    this.views = views;
    this.owner = owner;
    this.verifications = verifications;
    this.sentences = sentences;
    this.clock = clock;
    this.deeds = deeds;
  }

  @GetMapping
  String show(@PathVariable String taskId, Principal user, Model model) {
    return page(tasks.open(taskId, user.getName()), user.getName(), Map.of(), model);
  }

  @PostMapping("/files")
  @ResponseBody
  ResponseEntity<Map<String, String>> attach(
      @PathVariable String taskId,
      @RequestParam(name = "file", required = false) MultipartFile file,
      Principal user)
      throws IOException {
    try {
      ItemTask task = tasks.openForWriting(taskId, Tasks.RECTIFY, user.getName());
      if (file == null || file.isEmpty() || file.getOriginalFilename() == null) {
        throw sentences.refusal("file.missing");
      }
      return ResponseEntity.ok(
          Map.of(
              "message",
              owner.attach(
                  task.item(), file.getOriginalFilename(), file.getBytes(), user.getName())));
    } catch (SubmissionRefused | DossierRefused refused) {
      return ResponseEntity.status(HttpStatus.UNPROCESSABLE_ENTITY)
          .body(Map.of("message", refused.getMessage()));
    }
  }

  /**
   * Shows the page again with what was typed when it is refused, so that nothing is typed twice.
   */
  @PostMapping({"/{deed}", "/help/{deed}"})
  String act(
      @PathVariable String taskId,
      @PathVariable String deed,
      @RequestParam Map<String, String> typed,
      Principal user,
      Model model,
      RedirectAttributes answer) {
    ItemDeeds.Deed known = deeds.find(deed).orElseThrow(tasks::gone);
    try {
      ItemTask task = tasks.openForWriting(taskId, known.element(), user.getName());
      answer.addFlashAttribute("saved", known.act().of(task, typed, user.getName()));
      return "redirect:/rectification/task/" + taskId;
    } catch (SubmissionRefused refused) {
      model.addAttribute("refused", refused.getMessage());
      return page(tasks.open(taskId, user.getName()), user.getName(), typed, model);
    }
  }

  private String page(ItemTask task, String user, Map<String, String> typed, Model model) {
    ItemViews.ItemView view = views.of(task.item(), user);
    model.addAttribute("task", task);
    model.addAttribute("view", view);
    model.addAttribute("typed", typed);
    model.addAttribute("tomorrow", LocalDate.now(clock).plusDays(1));
    model.addAttribute(
        "openHelp",
        view.helps().stream()
            .filter(help -> help.state() == HelpRequests.State.OPEN)
            .findFirst()
            .orElse(null));
    model.addAttribute(
        "openExtension",
        view.extensions().stream()
            .filter(extension -> extension.state() == Extensions.State.OPEN)
            .findFirst()
            .orElse(null));
    model.addAttribute(
        "openAccountability",
        view.accountabilities().stream().filter(one -> !one.done()).findFirst().orElse(null));
    model.addAttribute("verification", verifications.find(task.taskId()).orElse(null));
    model.addAttribute("measures", Measure.values());
    return "rectification/task";
  }
}
