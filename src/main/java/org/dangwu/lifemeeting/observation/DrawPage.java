package org.dangwu.lifemeeting.observation;

import java.security.Principal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.lifemeeting.Sentences;
import org.dangwu.lifemeeting.observation.Draw.DrawCandidate;
import org.dangwu.lifemeeting.observation.ObservationTasks.OpenTask;
import org.dangwu.organization.People;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Shows a draw with all that is needed to draw again, and where those who attend are named. */
@Controller
@RequestMapping("/life-meeting/draw")
class DrawPage {

  private final ObservationTasks tasks;
  private final Draws draws;
  private final DrawAccess access;
  private final Candidates candidates;
  private final People people;
  private final Sentences sentences;

  DrawPage(
      ObservationTasks tasks,
      Draws draws,
      DrawAccess access,
      Candidates candidates,
      People people,
      Sentences sentences) {
    this.tasks = tasks;
    this.draws = draws;
    this.access = access;
    this.candidates = candidates;
    this.people = people;
    this.sentences = sentences;
  }

  @GetMapping("/{caseId}")
  String show(@PathVariable String caseId, Principal user, Model model) {
    Draw draw =
        draws
            .find(caseId)
            .filter(found -> access.maySee(user.getName(), found))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    describe(draw, model);
    return "lifemeeting/observation/draw";
  }

  @GetMapping("/task/{taskId}")
  String assign(@PathVariable String taskId, Principal user, Model model) {
    OpenTask task = tasks.open(taskId, DrawGuard.ASSIGN, user.getName());
    return page(task, Map.of(), model);
  }

  @PostMapping("/task/{taskId}")
  String save(
      @PathVariable String taskId,
      @RequestParam MultiValueMap<String, String> form,
      Principal user,
      Model model) {
    OpenTask task = tasks.open(taskId, DrawGuard.ASSIGN, user.getName());
    Draw draw = draws.find(task.caseId()).orElseThrow();
    Map<String, List<String>> given = given(draw, form);
    try {
      tasks.openForWriting(taskId, DrawGuard.ASSIGN, user.getName());
      draw.drawn().forEach(body -> check(body, given.get(body.code())));
      draws.assign(task.caseId(), given);
      model.addAttribute("saved", sentences.say("draw.saved"));
    } catch (SubmissionRefused refused) {
      model.addAttribute("refused", refused.getMessage());
    }
    return page(task, given, model);
  }

  private void check(DrawCandidate body, List<String> sent) {
    Map<String, Candidate> possible =
        candidates.attendants(body.code()).stream()
            .collect(Collectors.toMap(Candidate::personId, Function.identity()));
    if (sent.isEmpty()) {
      throw sentences.refusal("draw.leader", body.name());
    }
    sent.stream()
        .filter(id -> !possible.containsKey(id))
        .findFirst()
        .ifPresent(
            stranger -> {
              throw sentences.refusal("draw.stranger", body.name());
            });
  }

  /** The leader first; whoever is named twice for a body goes once. */
  private static Map<String, List<String>> given(Draw draw, MultiValueMap<String, String> form) {
    Map<String, List<String>> given = new LinkedHashMap<>();
    for (DrawCandidate body : draw.drawn()) {
      List<String> sent = new ArrayList<>();
      String leader = form.getFirst("leader-" + body.code());
      if (leader != null && !leader.isBlank()) {
        sent.add(leader);
        form.getOrDefault("with-" + body.code(), List.of()).stream()
            .filter(id -> !id.isBlank() && !sent.contains(id))
            .forEach(sent::add);
      }
      given.put(body.code(), sent);
    }
    return given;
  }

  private String page(OpenTask task, Map<String, List<String>> given, Model model) {
    Draw draw = draws.find(task.caseId()).orElseThrow();
    describe(draw, model);
    model.addAttribute("task", task);
    model.addAttribute(
        "rows",
        draw.drawn().stream()
            .map(
                body ->
                    new Row(
                        body,
                        candidates.attendants(body.code()),
                        given.getOrDefault(body.code(), body.people())))
            .toList());
    return "lifemeeting/observation/draw-leaders";
  }

  private void describe(Draw draw, Model model) {
    model.addAttribute("draw", draw);
    model.addAttribute(
        "names",
        people.names(draw.candidates().stream().flatMap(body -> body.people().stream()).toList()));
    model.addAttribute("command", command(draw));
    model.addAttribute(
        "others",
        draws.of(draw.organization(), draw.year()).stream()
            .filter(other -> !other.caseId().equals(draw.caseId()))
            .toList());
  }

  /** What a shell is told in order to draw again. */
  static String command(Draw draw) {
    return """
        seed=%s
        for code in %s; do printf '%%s %%s\\n' "$(printf '%%s' "$seed|$code" | sha256sum | cut -c1-64)" "$code"; done | sort | head -n %d"""
        .formatted(
            draw.seed(),
            draw.candidates().stream()
                .map(DrawCandidate::code)
                .sorted()
                .collect(Collectors.joining(" ")),
            draw.count());
  }

  /**
   * A drawn body, who may go there and who is named.
   *
   * @param sent the leader first
   */
  public record Row(DrawCandidate body, List<Candidate> possible, List<String> sent) {

    public boolean leads(String personId) {
      return !sent.isEmpty() && sent.get(0).equals(personId);
    }

    /** Whether the person is the n-th of those who go along. */
    public boolean goesAlong(int n, String personId) {
      return sent.size() > n && sent.get(n).equals(personId);
    }
  }
}
