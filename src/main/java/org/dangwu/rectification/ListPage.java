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

/**
 * Where the body's office writes the rectification list (F-A10, A31), or a secretary his for the
 * superior who appraised him (C21); saved while it is typed.
 */
@Controller
@RequestMapping("/rectification/task/{taskId}/list")
class ListPage {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final ItemTasks tasks;
  private final ListStore lists;
  private final ListRules rules;
  private final Owners owners;
  private final ItemAccess access;
  private final ListMatters matters;
  private final ListViews views;
  private final People people;
  private final Sentences sentences;
  private final Clock clock;

  ListPage(
      ItemTasks tasks,
      ListStore lists,
      ListRules rules,
      Owners owners,
      ItemAccess access,
      ListMatters matters,
      ListViews views,
      People people,
      Sentences sentences,
      Clock clock) {
    this.tasks = tasks;
    this.lists = lists;
    this.rules = rules;
    this.owners = owners;
    this.access = access;
    this.matters = matters;
    this.views = views;
    this.people = people;
    this.sentences = sentences;
    this.clock = clock;
  }

  @GetMapping
  String show(@PathVariable String taskId, Principal user, Model model) {
    Desk desk = open(taskId, user.getName());
    ListMatter list = desk.list();
    ListDraft draft = lists.find(list.listId()).orElseGet(() -> views.beginning(list));
    List<Owners.Owner> eligible = owners.of(list);
    model.addAttribute("taskId", taskId);
    model.addAttribute("held", desk.held());
    model.addAttribute("draft", draft);
    model.addAttribute("owners", eligible);
    model.addAttribute("severities", Severity.values());
    model.addAttribute("tomorrow", LocalDate.now(clock).plusDays(1));
    views.around(list, model);
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
        .save(desk.list().listId(), desk.list().run().caseId(), draft, user.getName())
        .map(revision -> saved(revision, draft, desk.list()))
        .orElseGet(
            () ->
                answer(
                    HttpStatus.CONFLICT,
                    sentences.say(
                        "list.conflict", people.name(lists.savedBy(desk.list().listId())))));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> refused(SubmissionRefused refused) {
    return answer(HttpStatus.UNPROCESSABLE_ENTITY, refused.getMessage());
  }

  private ResponseEntity<Map<String, Object>> saved(
      int revision, ListDraft draft, ListMatter list) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("revision", revision);
    body.put("savedAt", TIME.format(LocalTime.now(clock)));
    body.put("missing", missing(draft, owners.of(list)).orElse(""));
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
    ListMatter list = matters.of(view);
    boolean held = user.equals(view.assignee());
    if (!held && !access.mayRead(user, list)) {
      throw tasks.gone();
    }
    return new Desk(list, held);
  }

  private record Desk(ListMatter list, boolean held) {}
}
