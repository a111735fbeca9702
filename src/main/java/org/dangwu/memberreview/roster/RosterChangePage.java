package org.dangwu.memberreview.roster;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.dangwu.desk.DeskTask;
import org.dangwu.desk.Typed;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.memberreview.ReviewRosters;
import org.dangwu.memberreview.RosterMember;
import org.dangwu.memberreview.desk.ReviewSentences;
import org.dangwu.memberreview.desk.ReviewTasks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a change of the roster is entered (E15–E23). */
@Controller
@RequestMapping("/member-review/task/{taskId}/roster")
class RosterChangePage {

  private final ReviewTasks tasks;
  private final ReviewRosters rosters;
  private final RosterRequests requests;
  private final RosterChangeRules rules;
  private final RosterChanges changes;
  private final GroupBook groups;
  private final ReviewSentences sentences;
  private final Clock clock;

  RosterChangePage(
      ReviewTasks tasks,
      ReviewRosters rosters,
      RosterRequests requests,
      RosterChangeRules rules,
      RosterChanges changes,
      GroupBook groups,
      ReviewSentences sentences,
      Clock clock) {
    this.tasks = tasks;
    this.rosters = rosters;
    this.requests = requests;
    this.rules = rules;
    this.changes = changes;
    this.groups = groups;
    this.sentences = sentences;
    this.clock = clock;
  }

  @GetMapping
  String show(@PathVariable String taskId, Principal user, Model model) {
    DeskTask task = tasks.open(taskId, RosterGuard.RECORD_CHANGE, user.getName());
    model.addAttribute("request", requests.find(taskId).orElse(null));
    return page(task, model);
  }

  @PostMapping
  String save(
      @PathVariable String taskId,
      @RequestParam MultiValueMap<String, String> form,
      Principal user,
      Model model) {
    DeskTask task = tasks.open(taskId, RosterGuard.RECORD_CHANGE, user.getName());
    RosterRequest given = given(task, new Typed(form), user.getName());
    model.addAttribute("request", given);
    try {
      tasks.openForWriting(taskId, RosterGuard.RECORD_CHANGE, user.getName());
      requests.save(rules.checked(given, task.organization(), groupNames(task)));
      model.addAttribute("saved", sentences.say("roster.saved"));
    } catch (SubmissionRefused refused) {
      model.addAttribute("refused", refused.getMessage());
    }
    return page(task, model);
  }

  private String page(DeskTask task, Model model) {
    List<RosterMember> members = rosters.of(task.caseId());
    model.addAttribute("task", task);
    model.addAttribute("today", LocalDate.now(clock));
    model.addAttribute("kinds", RosterChangeKind.entered());
    model.addAttribute("members", members);
    model.addAttribute("version", rosters.version(task.caseId()));
    model.addAttribute("changes", changes.of(task.caseId()));
    model.addAttribute("groups", groupNames(task));
    model.addAttribute("afterBallot", changes.phase(task.caseId()) == RosterPhase.AFTER_BALLOT);
    model.addAttribute(
        "present",
        members.stream().filter(member -> !RosterChangeRules.isGone(member.state())).toList());
    model.addAttribute("newcomers", rules.mayJoin(task.caseId(), task.organization()));
    return "memberreview/roster";
  }

  private List<String> groupNames(DeskTask task) {
    return groups.of(task.caseId()).stream().map(ReviewGroup::name).toList();
  }

  private static RosterRequest given(DeskTask task, Typed typed, String user) {
    RosterChangeKind kind = typed.choice(RosterChangeKind.class, "kind");
    String person = typed.text(kind == RosterChangeKind.JOINED ? "newcomer" : "person");
    return new RosterRequest(
        task.taskId(),
        task.caseId(),
        person,
        kind,
        typed.day("effectiveOn"),
        typed.text("reference"),
        kind == RosterChangeKind.JOINED ? typed.text("group") : "",
        user);
  }
}
