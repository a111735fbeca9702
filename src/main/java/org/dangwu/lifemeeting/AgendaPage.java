package org.dangwu.lifemeeting;

import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.dangwu.dossier.DossierRefused;
import org.dangwu.dossier.TaskPapers;
import org.dangwu.dossier.TaskPapers.Sheet;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.engine.TaskModels;
import org.dangwu.engine.TaskView;
import org.dangwu.procedure.RosterEntry;
import org.dangwu.procedure.Rosters;
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
import org.springframework.web.server.ResponseStatusException;

/**
 * The recorder's page during the meeting (A20–A25): the order of the meeting, the record of the
 * step that is going on, and the papers that belong to it. Texts are saved through the dossier.
 */
@Controller
@RequestMapping("/life-meeting/task/{taskId}/agenda")
class AgendaPage {

  private final TaskModels models;
  private final TaskService tasks;
  private final TaskPapers papers;
  private final Rosters rosters;
  private final AgendaOrder order;
  private final AgendaHints hints;
  private final MeetingNames names;
  private final Sentences sentences;

  AgendaPage(
      TaskModels models,
      TaskService tasks,
      TaskPapers papers,
      Rosters rosters,
      AgendaOrder order,
      AgendaHints hints,
      MeetingNames names,
      Sentences sentences) {
    this.models = models;
    this.tasks = tasks;
    this.papers = papers;
    this.rosters = rosters;
    this.order = order;
    this.hints = hints;
    this.names = names;
    this.sentences = sentences;
  }

  /**
   * @param whole given when the page stands alone, absent in the frame of Tasklist
   */
  @GetMapping
  String show(
      @PathVariable String taskId,
      @RequestParam(required = false) String whole,
      Principal user,
      Model model) {
    TaskView task = open(taskId);
    boolean held = user.getName().equals(task.assignee());
    if (!held && task.assignee() != null) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN, sentences.say("agenda.otherHolder"));
    }
    Agenda agenda = order.of(task);
    String member = task.fact(LifeMeetingProcess.MEMBER.name());
    model.addAttribute("task", task);
    model.addAttribute("person", user.getName());
    model.addAttribute("whole", whole != null);
    model.addAttribute("held", held);
    model.addAttribute("title", names.of(task.fact(LifeMeetingProcess.CASE_ID.name())));
    model.addAttribute("agenda", agenda);
    model.addAttribute("named", task.property(CriticsGuard.NAMED));
    model.addAttribute("critics", critics(task, member));
    Sheet sheet = held ? sheet(taskId, user.getName()) : new Sheet(false, List.of(), List.of());
    model.addAttribute("sheet", sheet);
    model.addAttribute("hints", held ? hints.of(task, agenda, user.getName()) : Map.of());
    model.addAttribute("openItems", held ? hints.openItems(task) : List.of());
    return "lifemeeting/agenda";
  }

  @PostMapping("/claim")
  String claim(
      @PathVariable String taskId, @RequestParam(required = false) String whole, Principal user) {
    open(taskId);
    try {
      tasks.claim(taskId, user.getName());
    } catch (AuthorizationException refused) {
      throw new ResponseStatusException(
          HttpStatus.FORBIDDEN, sentences.say("agenda.otherHolder"), refused);
    }
    return "redirect:/life-meeting/task/" + taskId + "/agenda" + (whole == null ? "" : "?whole");
  }

  /** Whether the step is still going on; another window may have moved on. */
  @GetMapping("/state")
  @ResponseBody
  Map<String, Object> state(@PathVariable String taskId, Principal user) {
    TaskView task = open(taskId);
    return Map.of("held", user.getName().equals(task.assignee()), "person", user.getName());
  }

  /**
   * Completes the step like Tasklist does, and takes up the next one for the same recorder.
   *
   * @param run process instance, by which the next step is found when the task is completed already
   */
  @PostMapping("/next")
  @ResponseBody
  ResponseEntity<Map<String, Object>> next(
      @PathVariable String taskId, @RequestParam String run, Principal user) {
    if (models.find(taskId).isEmpty()) {
      // Completed already, only the answer did not arrive.
      return moved(run, user.getName());
    }
    TaskView task = open(taskId);
    if (!user.getName().equals(task.assignee())) {
      return refused(sentences.say("task.claim"));
    }
    try {
      tasks.complete(taskId);
    } catch (SubmissionRefused refused) {
      return refused(refused.getMessage());
    } catch (ProcessEngineException failed) {
      // Refusals of guards come wrapped when the engine adds where it was.
      if (failed.getCause() instanceof SubmissionRefused refused) {
        return refused(refused.getMessage());
      }
      throw failed;
    }
    return moved(task.processInstanceId(), user.getName());
  }

  private ResponseEntity<Map<String, Object>> moved(String run, String user) {
    return ResponseEntity.ok(
        following(run, user)
            .<Map<String, Object>>map(next -> Map.of("next", next))
            .orElse(Map.of("done", true)));
  }

  private Optional<String> following(String run, String user) {
    for (Task task :
        tasks
            .createTaskQuery()
            .processInstanceId(run)
            .taskDefinitionKeyIn(AgendaOrder.ELEMENTS.toArray(String[]::new))
            .listPage(0, 10)) {
      if (task.getAssignee() == null) {
        tasks.claim(task.getId(), user);
        return Optional.of(task.getId());
      }
      if (task.getAssignee().equals(user)) {
        return Optional.of(task.getId());
      }
    }
    return Optional.empty();
  }

  private static ResponseEntity<Map<String, Object>> refused(String sentence) {
    return ResponseEntity.status(HttpStatus.UNPROCESSABLE_ENTITY).body(Map.of("message", sentence));
  }

  private TaskView open(String taskId) {
    return models
        .find(taskId)
        .filter(task -> AgendaOrder.ELEMENTS.contains(task.elementId()))
        .orElseThrow(
            () -> new ResponseStatusException(HttpStatus.NOT_FOUND, sentences.say("task.gone")));
  }

  private Sheet sheet(String taskId, String user) {
    try {
      return papers.sheet(taskId, user);
    } catch (DossierRefused refused) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN, refused.getMessage(), refused);
    }
  }

  /** Those who may criticise the member whose turn it is, in rank order, absent ones marked. */
  private List<Critic> critics(TaskView task, String member) {
    List<String> present = AgendaOrder.present(task);
    List<Critic> critics = new ArrayList<>();
    for (RosterEntry entry : rosters.of(task.fact(LifeMeetingProcess.CASE_ID.name()))) {
      if (!entry.personId().equals(member)) {
        critics.add(new Critic(entry.name(), present.contains(entry.personId())));
      }
    }
    return critics;
  }

  /**
   * @param present false for one who can only have written his criticism
   */
  record Critic(String name, boolean present) {}
}
