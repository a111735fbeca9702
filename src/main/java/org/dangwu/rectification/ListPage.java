package org.dangwu.rectification;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.engine.TaskView;
import org.dangwu.organization.People;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureCases;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** Where the body's office writes the rectification list (F-A10, A31); saved while it is typed. */
@Controller
@RequestMapping("/rectification/task/{taskId}/list")
class ListPage {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final ItemTasks tasks;
  private final ListStore lists;
  private final ListRules rules;
  private final Owners owners;
  private final ItemRegister items;
  private final ItemAccess access;
  private final ProcedureCases cases;
  private final People people;
  private final Sentences sentences;
  private final Clock clock;

  ListPage(
      ItemTasks tasks,
      ListStore lists,
      ListRules rules,
      Owners owners,
      ItemRegister items,
      ItemAccess access,
      ProcedureCases cases,
      People people,
      Sentences sentences,
      Clock clock) {
    this.tasks = tasks;
    this.lists = lists;
    this.rules = rules;
    this.owners = owners;
    this.items = items;
    this.access = access;
    this.cases = cases;
    this.people = people;
    this.sentences = sentences;
    this.clock = clock;
  }

  @GetMapping
  String show(@PathVariable String taskId, Principal user, Model model) {
    Desk desk = open(taskId, user.getName());
    ListDraft draft = lists.find(taskId).orElse(ListDraft.EMPTY);
    List<Owners.Owner> eligible = owners.of(desk.run().caseId(), desk.run().organization());
    List<RectificationItem> earlier = items.openItems(desk.run().organization(), desk.run().year());
    model.addAttribute("taskId", taskId);
    model.addAttribute("held", desk.held());
    model.addAttribute("draft", draft);
    model.addAttribute("owners", eligible);
    model.addAttribute("severities", Severity.values());
    model.addAttribute("tomorrow", LocalDate.now(clock).plusDays(1));
    model.addAttribute("today", LocalDate.now(clock));
    model.addAttribute("earlier", earlier);
    model.addAttribute(
        "names",
        people.names(earlier.stream().map(RectificationItem::owner).collect(Collectors.toSet())));
    model.addAttribute("longest", Texts.LONGEST);
    model.addAttribute("most", ListRules.MOST_ROWS);
    model.addAttribute("missing", missing(draft, eligible).orElse(""));
    return "rectification/list";
  }

  @PutMapping
  @ResponseBody
  ResponseEntity<Map<String, Object>> save(
      @PathVariable String taskId, @RequestBody ListDraft draft, Principal user) {
    Desk desk = open(taskId, user.getName());
    if (!desk.held()) {
      throw sentences.refusal("task.claim");
    }
    rules.checkSize(draft);
    return lists
        .save(taskId, desk.run().caseId(), draft, user.getName())
        .map(revision -> saved(revision, draft, desk.run()))
        .orElseGet(
            () ->
                answer(
                    HttpStatus.CONFLICT,
                    sentences.say("list.conflict", people.name(lists.savedBy(taskId)))));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> refused(SubmissionRefused refused) {
    return answer(HttpStatus.UNPROCESSABLE_ENTITY, refused.getMessage());
  }

  private ResponseEntity<Map<String, Object>> saved(
      int revision, ListDraft draft, ProcedureCase run) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("revision", revision);
    body.put("savedAt", TIME.format(LocalTime.now(clock)));
    body.put("missing", missing(draft, owners.of(run.caseId(), run.organization())).orElse(""));
    return ResponseEntity.ok(body);
  }

  private static ResponseEntity<Map<String, Object>> answer(HttpStatus status, String sentence) {
    return ResponseEntity.status(status).body(Map.of("message", sentence));
  }

  /** What still keeps the task from being completed. */
  private Optional<String> missing(ListDraft draft, List<Owners.Owner> eligible) {
    try {
      rules.complete(
          draft, eligible.stream().map(Owners.Owner::id).collect(Collectors.toUnmodifiableSet()));
      return Optional.empty();
    } catch (SubmissionRefused lacking) {
      return Optional.of(lacking.getMessage());
    }
  }

  private Desk open(String taskId, String user) {
    TaskView view = tasks.list(taskId);
    ProcedureCase run = cases.find(view.fact(RectificationProcess.CASE_ID)).orElseThrow();
    boolean held = user.equals(view.assignee());
    if (!held && !access.mayReadAllOf(user, run.organization())) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, sentences.say("task.gone"));
    }
    return new Desk(run, held);
  }

  private record Desk(ProcedureCase run, boolean held) {}
}
