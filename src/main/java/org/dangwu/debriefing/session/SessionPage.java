package org.dangwu.debriefing.session;

import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.dangwu.debriefing.DebriefComment;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefingProcess;
import org.dangwu.debriefing.DebriefingProcess.Tasks;
import org.dangwu.debriefing.desk.DebriefSentences;
import org.dangwu.debriefing.desk.DebriefTasks;
import org.dangwu.desk.DeskTask;
import org.dangwu.desk.DraftReply;
import org.dangwu.desk.HandIn;
import org.dangwu.desk.Reply;
import org.dangwu.desk.Typed;
import org.dangwu.engine.TaskModels;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The recorder's page during the session (C11): who has reported, whose turn it is, who follows;
 * the comments on him; one button that ends the step and opens the next.
 */
@Controller("debriefSessionPage")
@RequestMapping("/debriefing/task/{taskId}/session")
class SessionPage {

  private static final String VIEW = "debriefing/session";

  private final DebriefTasks tasks;
  private final TaskModels models;
  private final SessionMoves moves;
  private final SessionOrder order;
  private final CommentBook book;
  private final CommentRules rules;
  private final CommentForm form;
  private final CommentMaterial material;
  private final DebriefSentences sentences;
  private final Clock clock;

  SessionPage(
      DebriefTasks tasks,
      TaskModels models,
      SessionMoves moves,
      SessionOrder order,
      CommentBook book,
      CommentRules rules,
      CommentForm form,
      CommentMaterial material,
      DebriefSentences sentences,
      Clock clock) {
    this.tasks = tasks;
    this.models = models;
    this.moves = moves;
    this.order = order;
    this.book = book;
    this.rules = rules;
    this.form = form;
    this.material = material;
    this.sentences = sentences;
    this.clock = clock;
  }

  /**
   * @param entry whose comments are shown where the step is about all
   * @param whole given when the page stands alone, absent in the frame of Tasklist
   */
  @GetMapping
  String show(
      @PathVariable String taskId,
      @RequestParam(required = false) String entry,
      @RequestParam(required = false) String whole,
      Principal user,
      Model model) {
    Step step = step(open(taskId, user), entry);
    return page(step, comments(step), whole != null, user.getName(), model);
  }

  @PostMapping("/claim")
  String claim(
      @PathVariable String taskId,
      @RequestParam(required = false) String whole,
      Principal user,
      Model model) {
    DeskTask task = open(taskId, user);
    if (!task.held() && !moves.claim(taskId, user.getName())) {
      model.addAttribute("refused", sentences.say("session.otherHolder"));
      Step step = step(task, null);
      return page(step, List.of(), whole != null, user.getName(), model);
    }
    return to(taskId, Optional.empty(), whole);
  }

  /** Keeps what is typed while somebody speaks. */
  @PostMapping("/draft")
  ResponseEntity<Map<String, String>> draft(
      @PathVariable String taskId,
      @RequestParam MultiValueMap<String, String> sent,
      Principal user) {
    return DraftReply.to(() -> keep(held(taskId, user), new Typed(sent), user.getName()), clock);
  }

  /**
   * @param run process instance, by which the next step is found when this one is completed already
   * @param button {@code next} ends the step, {@code other} goes on to the next debriefer in the
   *     same step, anything else only keeps what was typed
   */
  @PostMapping
  String save(
      @PathVariable String taskId,
      @RequestParam MultiValueMap<String, String> sent,
      @RequestParam String run,
      @RequestParam(defaultValue = "stay") String button,
      @RequestParam(required = false) String whole,
      Principal user,
      Model model) {
    Typed typed = new Typed(sent);
    if (button.equals("next") && models.find(taskId).isEmpty()) {
      // Completed already, only the answer did not arrive.
      return moved(run, whole, user.getName(), model);
    }
    DeskTask task = open(taskId, user);
    Step step = step(task, typed.text("entry"));
    List<DebriefComment> given =
        step.comments() ? form.given(typed, task.organization()) : List.of();
    if (button.equals("next")) {
      if (HandIn.to(() -> completed(taskId, typed, user), model)) {
        return moved(run, whole, user.getName(), model);
      }
    } else if (Reply.to(() -> kept(taskId, typed, user), model) && button.equals("other")) {
      return to(taskId, following(step), whole);
    }
    return page(step, given, whole != null, user.getName(), model);
  }

  private String completed(String taskId, Typed typed, Principal user) {
    keep(held(taskId, user), typed, user.getName());
    moves.complete(taskId);
    return "";
  }

  private String kept(String taskId, Typed typed, Principal user) {
    return keep(held(taskId, user), typed, user.getName())
        .map(entry -> sentences.say("comment.saved", entry.name()))
        .orElse("");
  }

  private Optional<DebriefEntry> keep(DeskTask task, Typed typed, String user) {
    Step step = step(task, typed.text("entry"));
    if (!step.comments() || step.shown().isEmpty()) {
      return Optional.empty();
    }
    List<DebriefComment> given = form.given(typed, task.organization());
    rules.checkTyped(given, form.commentators(task.organization()).keySet());
    book.write(task.caseId(), step.shown().get().entryId(), given, user);
    return step.shown();
  }

  private String moved(String run, String whole, String user, Model model) {
    return moves
        .following(run, user)
        .map(next -> to(next, Optional.empty(), whole))
        .orElseGet(
            () -> {
              model.addAttribute("whole", whole != null);
              return "debriefing/session-done";
            });
  }

  private static String to(String taskId, Optional<String> entry, String whole) {
    String address = "redirect:/debriefing/task/" + taskId + "/session";
    String query = entry.map(id -> "entry=" + id).orElse("") + (whole == null ? "" : "&whole");
    return query.isEmpty() ? address : address + "?" + query;
  }

  /** Whose comments come next: after the one on the screen, else the first without. */
  private Optional<String> following(Step step) {
    List<DebriefEntry> all = step.entries();
    int now = step.shown().map(all::indexOf).orElse(-1);
    List<DebriefEntry> rest =
        all.stream().filter(one -> !book.commented(one.caseId()).contains(one.entryId())).toList();
    return rest.stream()
        .filter(one -> all.indexOf(one) > now)
        .findFirst()
        .or(() -> rest.stream().findFirst())
        .or(step::shown)
        .map(DebriefEntry::entryId);
  }

  private DeskTask open(String taskId, Principal user) {
    return tasks.open(taskId, SessionSteps.PAGE, user.getName());
  }

  private DeskTask held(String taskId, Principal user) {
    return tasks.openForWriting(taskId, SessionSteps.PAGE, user.getName());
  }

  /** Who is on the screen: by the model, else whom the recorder chose, else the first not done. */
  private Step step(DeskTask task, String chosen) {
    Function<String, Object> facts = task.view().variables()::get;
    List<DebriefEntry> all = order.entries(task.element(), task.caseId(), facts);
    Optional<String> turn =
        SessionSteps.all(task.element())
            ? Optional.empty()
            : Optional.of(task.fact(DebriefingProcess.ENTRY_ID));
    Optional<DebriefEntry> shown =
        turn.or(() -> Optional.ofNullable(chosen))
            .flatMap(id -> all.stream().filter(one -> one.entryId().equals(id)).findFirst())
            .or(
                () ->
                    all.stream()
                        .filter(one -> !book.commented(task.caseId()).contains(one.entryId()))
                        .findFirst())
            .or(() -> all.stream().findFirst());
    return new Step(task, all, turn, shown);
  }

  private List<DebriefComment> comments(Step step) {
    return step.shown().map(entry -> book.of(entry.caseId(), entry.entryId())).orElse(List.of());
  }

  private String page(
      Step step, List<DebriefComment> comments, boolean whole, String user, Model model) {
    DeskTask task = step.task();
    List<Turn> turns =
        order.turns(
            task.element(), step.entries(), step.turn(), step.shown().map(DebriefEntry::entryId));
    model.addAttribute("task", task);
    model.addAttribute("whole", whole);
    model.addAttribute("turns", turns);
    model.addAttribute("shown", step.shown().orElse(null));
    model.addAttribute("comments", step.comments());
    model.addAttribute("all", SessionSteps.all(task.element()));
    model.addAttribute("written", task.element().equals(Tasks.COMMENT_WRITTEN));
    model.addAttribute("nextLabel", nextLabel(step));
    if (task.held()) {
      step.shown().ifPresent(entry -> fill(task, entry, comments, user, model));
    }
    return VIEW;
  }

  private void fill(
      DeskTask task, DebriefEntry entry, List<DebriefComment> comments, String user, Model model) {
    Map<String, String> others = form.others(task.organization());
    model.addAttribute("notes", material.notes(entry));
    model.addAttribute("report", material.report(entry).orElse(null));
    model.addAttribute(
        "secretary",
        form.commentators(task.organization()).entrySet().stream()
            .filter(one -> !others.containsKey(one.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(""));
    model.addAttribute(
        "first",
        comments.stream()
            .filter(DebriefComment::bySecretary)
            .findFirst()
            .orElse(new DebriefComment("", "", true, List.of(), "")));
    model.addAttribute("rows", form.rows(comments, others.keySet()));
    model.addAttribute("others", others);
    model.addAttribute("longestProblems", CommentRules.LONGEST_PROBLEMS);
    model.addAttribute("longestDirection", CommentRules.LONGEST_DIRECTION);
  }

  /** What the button that ends the step says. */
  private String nextLabel(Step step) {
    String element = step.task().element();
    if (element.equals(Tasks.HOLD_DEBRIEF)) {
      return sentences.say("session.next.comment");
    }
    if (SessionSteps.all(element)) {
      return sentences.say("session.next.end");
    }
    int next = step.shown().map(step.entries()::indexOf).orElse(-1) + 1;
    return next < step.entries().size()
        ? sentences.say("session.next.turn", step.entries().get(next).name())
        : sentences.say(
            element.equals(Tasks.RECORD_COMMENT) ? "session.next.end" : "session.next.collective");
  }

  /**
   * @param turn whose turn it is by the model
   * @param shown whom the screen is about
   */
  private record Step(
      DeskTask task,
      List<DebriefEntry> entries,
      Optional<String> turn,
      Optional<DebriefEntry> shown) {

    boolean comments() {
      return SessionSteps.comments(task.element());
    }
  }
}
