package org.dangwu.rectification;

import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.dangwu.dossier.DossierRefused;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.rectification.Accountabilities.Measure;
import org.dangwu.rectification.ItemTasks.ItemTask;
import org.dangwu.rectification.RectificationProcess.Tasks;
import org.springframework.format.annotation.DateTimeFormat;
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
  private final DecisionDesk decisions;
  private final Verifications verifications;
  private final Sentences sentences;
  private final Clock clock;

  TaskPage(
      ItemTasks tasks,
      ItemViews views,
      OwnerDesk owner,
      DecisionDesk decisions,
      Verifications verifications,
      Sentences sentences,
      Clock clock) {
    this.tasks = tasks;
    this.views = views;
    this.owner = owner;
    this.decisions = decisions;
    this.verifications = verifications;
    this.sentences = sentences;
    this.clock = clock;
  }

  /** What a person did; the answer is the sentence that tells him so. */
  private interface Deed extends Function<ItemTask, String> {}

  @GetMapping
  String show(@PathVariable String taskId, Principal user, Model model) {
    return page(tasks.open(taskId, user.getName()), user.getName(), Map.of(), model);
  }

  @PostMapping("/progress")
  String report(
      @PathVariable String taskId,
      @RequestParam Map<String, String> typed,
      Principal user,
      Model model,
      RedirectAttributes answer) {
    return act(
        taskId,
        Tasks.RECTIFY,
        task ->
            owner.report(task.item(), typed.get("report"), typed.get("evidence"), user.getName()),
        typed,
        user,
        model,
        answer);
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

  @PostMapping("/help")
  String askHelp(
      @PathVariable String taskId,
      @RequestParam Map<String, String> typed,
      Principal user,
      Model model,
      RedirectAttributes answer) {
    return act(
        taskId,
        Tasks.RECTIFY,
        task -> owner.askHelp(task.item(), typed.get("request"), user.getName()),
        typed,
        user,
        model,
        answer);
  }

  @PostMapping("/help/withdraw")
  String withdrawHelp(
      @PathVariable String taskId, Principal user, Model model, RedirectAttributes answer) {
    return act(
        taskId,
        Tasks.RECTIFY,
        task -> owner.withdrawHelp(task.item()),
        Map.of(),
        user,
        model,
        answer);
  }

  @PostMapping("/extension")
  String askExtension(
      @PathVariable String taskId,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          LocalDate newDue,
      @RequestParam Map<String, String> typed,
      Principal user,
      Model model,
      RedirectAttributes answer) {
    return act(
        taskId,
        Tasks.RECTIFY,
        task -> owner.askExtension(task.item(), newDue, typed.get("reason"), user.getName()),
        typed,
        user,
        model,
        answer);
  }

  @PostMapping("/verification")
  String verify(
      @PathVariable String taskId,
      @RequestParam(required = false) Boolean passed,
      @RequestParam Map<String, String> typed,
      Principal user,
      Model model,
      RedirectAttributes answer) {
    return act(
        taskId,
        Tasks.VERIFY,
        task -> decisions.verify(task, passed, typed.get("opinion"), user.getName()),
        typed,
        user,
        model,
        answer);
  }

  @PostMapping("/extension-decision")
  String decideExtension(
      @PathVariable String taskId,
      @RequestParam(required = false) Boolean agreed,
      @RequestParam Map<String, String> typed,
      Principal user,
      Model model,
      RedirectAttributes answer) {
    return act(
        taskId,
        Tasks.DECIDE_EXTENSION,
        task ->
            decisions.decideExtension(task.item(), agreed, typed.get("opinion"), user.getName()),
        typed,
        user,
        model,
        answer);
  }

  @PostMapping("/answer")
  String answerHelp(
      @PathVariable String taskId,
      @RequestParam Map<String, String> typed,
      Principal user,
      Model model,
      RedirectAttributes answer) {
    return act(
        taskId,
        Tasks.ANSWER_HELP,
        task -> decisions.answerHelp(task.item(), typed.get("answer"), user.getName()),
        typed,
        user,
        model,
        answer);
  }

  @PostMapping("/accountability")
  String decideAccountability(
      @PathVariable String taskId,
      @RequestParam Map<String, String> typed,
      Principal user,
      Model model,
      RedirectAttributes answer) {
    return act(
        taskId,
        Tasks.DECIDE_ACCOUNTABILITY,
        task ->
            decisions.decideAccountability(
                task.item(),
                measure(typed.get("decision")).orElse(null),
                typed.get("reason"),
                user.getName()),
        typed,
        user,
        model,
        answer);
  }

  private static Optional<Measure> measure(String name) {
    return Arrays.stream(Measure.values())
        .filter(measure -> measure.name().equals(name))
        .findFirst();
  }

  /**
   * Shows the page again with what was typed when it is refused, so that nothing is typed twice.
   */
  private String act(
      String taskId,
      String element,
      Deed deed,
      Map<String, String> typed,
      Principal user,
      Model model,
      RedirectAttributes answer) {
    try {
      answer.addFlashAttribute(
          "saved", deed.apply(tasks.openForWriting(taskId, element, user.getName())));
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
