package org.dangwu.memberreview.grading;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.dangwu.ballot.TellerList;
import org.dangwu.ballot.TellerList.Choice;
import org.dangwu.desk.DeskTask;
import org.dangwu.desk.Reply;
import org.dangwu.desk.Typed;
import org.dangwu.memberreview.MemberReviewProcess.Tasks;
import org.dangwu.memberreview.ReviewRosters;
import org.dangwu.memberreview.RosterMember;
import org.dangwu.memberreview.desk.ReviewTasks;
import org.dangwu.memberreview.grading.BallotArrangement.Rounds;
import org.dangwu.memberreview.grading.BallotArrangement.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the committee arranges the ballots: tellers, recorder, last day, poll (B10–B14). */
@Controller
@RequestMapping("/member-review/task/{taskId}/ballots")
class BallotsPage {

  private static final String STEP = Tasks.PREPARE_BALLOT;
  private static final int USUAL_DAYS = 3;

  private final ReviewTasks tasks;
  private final ArrangementBook book;
  private final ArrangementRules rules;
  private final TellerCandidates candidates;
  private final Committee committee;
  private final ReviewRosters rosters;
  private final Quota quota;
  private final Sentences sentences;
  private final Clock clock;

  BallotsPage(
      ReviewTasks tasks,
      ArrangementBook book,
      ArrangementRules rules,
      TellerCandidates candidates,
      Committee committee,
      ReviewRosters rosters,
      Quota quota,
      Sentences sentences,
      Clock clock) {
    this.tasks = tasks;
    this.book = book;
    this.rules = rules;
    this.candidates = candidates;
    this.committee = committee;
    this.rosters = rosters;
    this.quota = quota;
    this.sentences = sentences;
    this.clock = clock;
  }

  @GetMapping
  String show(@PathVariable String taskId, Principal user, Model model) {
    DeskTask task = tasks.open(taskId, STEP, user.getName());
    return page(
        task, book.find(task.caseId()).orElseGet(() -> nothingYet(task, user.getName())), model);
  }

  @PostMapping
  String save(
      @PathVariable String taskId,
      @RequestParam MultiValueMap<String, String> sent,
      Principal user,
      Model model) {
    Typed form = new Typed(sent);
    DeskTask task = tasks.open(taskId, STEP, user.getName());
    BallotArrangement given = given(form, task);
    Reply.to(
        () -> {
          tasks.openForWriting(taskId, STEP, user.getName());
          rules.check(
              given, task.caseId(), task.organization(), Ways.poll(task.fact(Ways.VARIABLE)));
          book.save(task.caseId(), given, user.getName());
          return sentences.say("ballots.saved", given.tellers().size());
        },
        model);
    return page(task, given, model);
  }

  private BallotArrangement nothingYet(DeskTask task, String user) {
    return new BallotArrangement(
        LocalDate.now(clock).plusDays(USUAL_DAYS),
        List.of(),
        user,
        false,
        committee.exists(task.fact("hasCommittee")) && !"NO".equals(task.fact("committeeReview")),
        0,
        Scope.MEMBERS,
        Rounds.NONE);
  }

  private BallotArrangement given(Typed form, DeskTask task) {
    boolean poll = Ways.poll(task.fact(Ways.VARIABLE));
    Scope scope = form.choice(Scope.class, "scope");
    return new BallotArrangement(
        form.day("dueOn"),
        form.chosen("teller"),
        form.text("recorder"),
        form.checked("onPaper"),
        form.checked("committeeReview") && committee.exists(task.fact("hasCommittee")),
        poll ? form.number("sheets") : 0,
        scope == null ? Scope.MEMBERS : scope,
        Rounds.NONE);
  }

  private String page(DeskTask task, BallotArrangement plan, Model model) {
    List<RosterMember> roster = rosters.of(task.caseId());
    model.addAttribute("task", task);
    model.addAttribute("plan", plan);
    model.addAttribute("today", LocalDate.now(clock));
    model.addAttribute("groups", candidates.groups(task.caseId(), task.organization()));
    model.addAttribute("places", TellerList.places(plan.tellers()));
    model.addAttribute("recorders", recorders(task, roster));
    model.addAttribute("objects", roster.stream().filter(Graded::is).count());
    model.addAttribute("voters", roster.stream().filter(Graded::rates).count());
    model.addAttribute("most", quota.most(task.caseId(), task.organization(), task.year()));
    model.addAttribute("poll", Ways.poll(task.fact(Ways.VARIABLE)));
    model.addAttribute("hasCommittee", committee.exists(task.fact("hasCommittee")));
    model.addAttribute("scopes", Scope.values());
    return "memberreview/ballots";
  }

  private List<Choice> recorders(DeskTask task, List<RosterMember> roster) {
    return roster.stream()
        .filter(Graded::rates)
        .map(member -> new Choice(member.personId(), member.name()))
        .toList();
  }
}
