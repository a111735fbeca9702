package org.dangwu.debriefing.rating;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dangwu.ballot.BallotPlan.Voter;
import org.dangwu.ballot.TellerList;
import org.dangwu.debriefing.DebriefPlan.VoterClassWeight;
import org.dangwu.debriefing.DebriefingProcess.Tasks;
import org.dangwu.debriefing.desk.DebriefSentences;
import org.dangwu.debriefing.desk.DebriefTasks;
import org.dangwu.desk.DeskTask;
import org.dangwu.desk.Reply;
import org.dangwu.desk.Typed;
import org.dangwu.organization.People;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the organizers arrange the rating: tellers, sheets, last day (C12, C13, C24). */
@Controller("debriefRatingPage")
@RequestMapping("/debriefing/task/{taskId}/rating")
class RatingPage {

  private static final String STEP = Tasks.PREPARE_RATING;

  private final DebriefTasks tasks;
  private final RatingSession session;
  private final RatingArrangements arrangements;
  private final RatingRules rules;
  private final RatingTellers tellers;
  private final People people;
  private final DebriefSentences sentences;
  private final Clock clock;

  RatingPage(
      DebriefTasks tasks,
      RatingSession session,
      RatingArrangements arrangements,
      RatingRules rules,
      RatingTellers tellers,
      People people,
      DebriefSentences sentences,
      Clock clock) {
    this.tasks = tasks;
    this.session = session;
    this.arrangements = arrangements;
    this.rules = rules;
    this.tellers = tellers;
    this.people = people;
    this.sentences = sentences;
    this.clock = clock;
  }

  @GetMapping
  String show(@PathVariable String taskId, Principal user, Model model) {
    DeskTask task = tasks.open(taskId, STEP, user.getName());
    return page(
        task,
        arrangements
            .find(task.caseId(), session.sitting(task.caseId()).number())
            .orElseGet(() -> nothingYet(task)),
        model);
  }

  @PostMapping
  String save(
      @PathVariable String taskId,
      @RequestParam MultiValueMap<String, String> sent,
      Principal user,
      Model model) {
    DeskTask task = tasks.open(taskId, STEP, user.getName());
    RatingArrangement given = given(new Typed(sent), task);
    Reply.to(
        () -> {
          tasks.openForWriting(taskId, STEP, user.getName());
          rules.check(given, task.caseId(), task.organization());
          arrangements.save(
              task.caseId(), session.sitting(task.caseId()).number(), given, user.getName());
          return sentences.say("rating.saved");
        },
        model);
    return page(task, given, model);
  }

  /** Voting ends with the day of the session; whoever has no account gets what the plan foresaw. */
  private RatingArrangement nothingYet(DeskTask task) {
    Map<String, Integer> sheets = new HashMap<>();
    session.classes(task.caseId()).forEach(of -> sheets.put(of.code(), of.sheets()));
    return new RatingArrangement(LocalDate.now(clock), List.of(), sheets, null);
  }

  private RatingArrangement given(Typed form, DeskTask task) {
    Map<String, Integer> sheets = new HashMap<>();
    session
        .classes(task.caseId())
        .forEach(of -> sheets.put(of.code(), form.number("sheets-" + of.code())));
    return new RatingArrangement(form.day("dueOn"), form.chosen("teller"), sheets, null);
  }

  private String page(DeskTask task, RatingArrangement arrangement, Model model) {
    String caseId = task.caseId();
    List<Voter> voters = session.voters(caseId);
    model.addAttribute("task", task);
    model.addAttribute("arrangement", arrangement);
    model.addAttribute("today", LocalDate.now(clock));
    model.addAttribute("objects", session.objects(caseId));
    model.addAttribute("recorder", people.name(session.sitting(caseId).recorder()));
    model.addAttribute("groups", tellers.groups(caseId, task.organization()));
    model.addAttribute("places", TellerList.places(arrangement.tellers()));
    model.addAttribute(
        "classes",
        session.classes(caseId).stream()
            .map(
                of ->
                    new ClassRow(
                        of,
                        voters.stream().filter(one -> one.classCode().equals(of.code())).count(),
                        arrangement.sheets().getOrDefault(of.code(), 0)))
            .toList());
    return "debriefing/rating-plan";
  }

  /**
   * A class of voters as it came to the session.
   *
   * @param present with an account
   */
  public record ClassRow(VoterClassWeight of, long present, int sheets) {}
}
