package org.dangwu.ballot.page;

import java.security.Principal;
import java.util.Map;
import org.dangwu.ballot.BallotProcess;
import org.dangwu.ballot.BallotProcess.Tasks;
import org.dangwu.ballot.Receipt;
import org.dangwu.ballot.round.BallotSentences;
import org.dangwu.ballot.round.BallotSheet;
import org.dangwu.ballot.round.BallotSheet.Standing;
import org.dangwu.ballot.round.PollingStation;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.engine.TaskModels;
import org.dangwu.engine.TaskView;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The sheet of a voter with an account, in Tasklist's frame or alone. A sheet may be sent any
 * number of times; the first one counts.
 */
@Controller
@RequestMapping("/ballot")
class VotePage {

  private static final String VIEW = "ballot/vote";

  private final PollingStation station;
  private final TaskModels tasks;
  private final TellerDesk desk;
  private final SheetView view;
  private final BallotSentences sentences;

  VotePage(
      PollingStation station,
      TaskModels tasks,
      TellerDesk desk,
      SheetView view,
      BallotSentences sentences) {
    this.station = station;
    this.tasks = tasks;
    this.desk = desk;
    this.view = view;
    this.sentences = sentences;
  }

  /** What a task of the process {@code ballot-round} shows in its frame. */
  @GetMapping("/task/{taskId}")
  String ofTask(@PathVariable String taskId, Principal user, Model model) {
    TaskView task =
        tasks
            .find(taskId)
            .filter(found -> found.processDefinitionKey().equals(BallotProcess.KEY))
            .orElseThrow(this::gone);
    String round = task.fact(BallotProcess.ROUND);
    if (!task.elementId().equals(Tasks.CAST)) {
      return desk.ofTask(task, round, user.getName(), model);
    }
    if (!user.getName().equals(task.assignee())) {
      throw gone();
    }
    return page(round, user.getName(), Map.of(), true, model);
  }

  @GetMapping("/{round}")
  String alone(
      @PathVariable String round,
      @RequestParam(defaultValue = "false") boolean frame,
      Principal user,
      Model model) {
    return page(round, user.getName(), Map.of(), frame, model);
  }

  @PostMapping("/{round}")
  String cast(
      @PathVariable String round,
      @RequestParam(defaultValue = "false") boolean frame,
      @RequestParam MultiValueMap<String, String> form,
      Principal user,
      Model model) {
    Map<String, String> choices = Choices.of(form);
    try {
      Receipt receipt = station.cast(round, user.getName(), choices);
      return "redirect:/ballot/%s/received?frame=%s&again=%s"
          .formatted(round, frame, receipt == Receipt.ALREADY_TAKEN);
    } catch (SubmissionRefused refused) {
      model.addAttribute("refused", refused.getMessage());
      return page(round, user.getName(), choices, frame, model);
    }
  }

  /** The same for the page's script, which sends again until it hears an answer. */
  @PostMapping(value = "/{round}", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, String>> castByScript(
      @PathVariable String round,
      @RequestParam(defaultValue = "false") boolean frame,
      @RequestParam MultiValueMap<String, String> form,
      Principal user) {
    try {
      Receipt receipt = station.cast(round, user.getName(), Choices.of(form));
      return ResponseEntity.ok(
          Map.of(
              "next",
              "/ballot/%s/received?frame=%s&again=%s"
                  .formatted(round, frame, receipt == Receipt.ALREADY_TAKEN)));
    } catch (SubmissionRefused refused) {
      return ResponseEntity.status(HttpStatus.UNPROCESSABLE_ENTITY)
          .body(Map.of("message", refused.getMessage()));
    }
  }

  @GetMapping("/{round}/received")
  String received(
      @PathVariable String round,
      @RequestParam(defaultValue = "false") boolean frame,
      @RequestParam(defaultValue = "false") boolean again,
      Principal user,
      Model model) {
    BallotSheet sheet = station.sheetOf(round, user.getName()).orElseThrow(this::gone);
    if (sheet.standing() != Standing.VOTED) {
      return "redirect:/ballot/" + round + "?frame=" + frame;
    }
    model.addAttribute("frame", frame);
    model.addAttribute("again", again);
    model.addAttribute("title", sheet.round().title());
    return "ballot/received";
  }

  private String page(
      String round, String user, Map<String, String> choices, boolean frame, Model model) {
    BallotSheet sheet = station.sheetOf(round, user).orElseThrow(this::gone);
    model.addAttribute("frame", frame);
    if (sheet.standing() == Standing.VOTED) {
      model.addAttribute("again", false);
      model.addAttribute("title", sheet.round().title());
      return "ballot/received";
    }
    view.show(sheet, choices, "/ballot/" + round, model);
    return VIEW;
  }

  private ResponseStatusException gone() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, sentences.say("page.gone"));
  }
}
