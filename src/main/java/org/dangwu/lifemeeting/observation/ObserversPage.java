package org.dangwu.lifemeeting.observation;

import java.security.Principal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.lifemeeting.Sentences;
import org.dangwu.lifemeeting.observation.ObservationTasks.OpenTask;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the organisation department judges a body and proposes who observes its meeting (A15). */
@Controller
@RequestMapping("/life-meeting/observation/task/{taskId}/observers")
class ObserversPage {

  private static final String FIELD = "seat-";
  private static final Pattern SEAT = Pattern.compile("([1-3])([LM])");
  private static final int LONGEST = 2000;

  private final ObservationTasks tasks;
  private final ObservationBook book;
  private final Candidates candidates;
  private final ObserverRules rules;
  private final CaseTexts texts;
  private final Sentences sentences;
  private final TransactionTemplate transaction;

  ObserversPage(
      ObservationTasks tasks,
      ObservationBook book,
      Candidates candidates,
      ObserverRules rules,
      CaseTexts texts,
      Sentences sentences,
      TransactionTemplate transaction) {
    this.tasks = tasks;
    this.book = book;
    this.candidates = candidates;
    this.rules = rules;
    this.texts = texts;
    this.sentences = sentences;
    this.transaction = transaction;
  }

  @GetMapping
  String show(@PathVariable String taskId, Principal user, Model model) {
    OpenTask task = tasks.open(taskId, ObservationGuard.PROPOSE, user.getName());
    Observation known = book.find(task.caseId()).orElse(Observation.NOTHING_YET);
    String basis = texts.shown(task, "observationAssessment", "basis", user.getName());
    return page(task, known.level(), basis, known.seats(), user, model);
  }

  @PostMapping
  String save(
      @PathVariable String taskId,
      @RequestParam(required = false) String level,
      @RequestParam(defaultValue = "") String basis,
      @RequestParam MultiValueMap<String, String> form,
      Principal user,
      Model model) {
    OpenTask task = tasks.open(taskId, ObservationGuard.PROPOSE, user.getName());
    List<Seat> seats = seats(form);
    ProblemLevel judged = level(level);
    try {
      tasks.openForWriting(taskId, ObservationGuard.PROPOSE, user.getName());
      List<Seat> checked = checked(task, judged, basis.strip(), seats);
      transaction.executeWithoutResult(
          status -> {
            texts.write(
                task.caseId(), "observationAssessment", "basis", basis.strip(), user.getName());
            book.propose(task.caseId(), judged, checked, user.getName());
          });
      model.addAttribute("saved", sentences.say("observation.saved", checked.size()));
      return page(task, judged, basis, checked, user, model);
    } catch (SubmissionRefused refused) {
      model.addAttribute("refused", refused.getMessage());
      return page(task, judged, basis, seats, user, model);
    }
  }

  private List<Seat> checked(OpenTask task, ProblemLevel level, String basis, List<Seat> seats) {
    if (level == null) {
      throw sentences.refusal("observation.level");
    }
    if (basis.isEmpty() || basis.length() > LONGEST) {
      throw sentences.refusal("observation.basis");
    }
    String assigned = book.find(task.caseId()).map(Observation::assigned).orElse(null);
    return rules.checked(seats, assigned, candidates.forBody(task.organization()));
  }

  private String page(
      OpenTask task,
      ProblemLevel level,
      String basis,
      List<Seat> seats,
      Principal user,
      Model model) {
    Observation shown = new Observation(level, null, null, seats);
    model.addAttribute("task", task);
    model.addAttribute("levels", ProblemLevel.values());
    model.addAttribute("level", level);
    model.addAttribute("basis", basis);
    model.addAttribute(
        "rows",
        candidates.forBody(task.organization()).stream()
            .map(
                candidate ->
                    new Row(
                        candidate,
                        shown.seatOf(candidate.personId()).map(ObserversPage::code).orElse("")))
            .toList());
    model.addAttribute("places", PLACES);
    model.addAttribute(
        "opinion", texts.shown(task, "observationOpinion", "opinion", user.getName()));
    return "lifemeeting/observation/observers";
  }

  private static List<Seat> seats(MultiValueMap<String, String> form) {
    List<Seat> seats = new ArrayList<>();
    form.forEach(
        (name, values) -> {
          Matcher seat = SEAT.matcher(values.get(0));
          if (name.startsWith(FIELD) && seat.matches()) {
            seats.add(
                new Seat(
                    name.substring(FIELD.length()),
                    Integer.parseInt(seat.group(1)),
                    seat.group(2).equals("L")));
          }
        });
    return seats;
  }

  private static ProblemLevel level(String text) {
    return Arrays.stream(ProblemLevel.values())
        .filter(level -> level.name().equals(text))
        .findFirst()
        .orElse(null);
  }

  private static String code(Seat seat) {
    return seat.group() + (seat.leader() ? "L" : "M");
  }

  private static final List<Map<String, String>> PLACES =
      List.of(
          place("", "不派"),
          place("1L", "第一组组长"),
          place("1M", "第一组成员"),
          place("2L", "第二组组长"),
          place("2M", "第二组成员"),
          place("3L", "第三组组长"),
          place("3M", "第三组成员"));

  private static Map<String, String> place(String code, String label) {
    return Map.of("code", code, "label", label);
  }

  /**
   * A candidate and where he sits.
   *
   * @param place group number with L for its leader and M for its members, empty when not sent
   */
  public record Row(Candidate candidate, String place) {}
}
