package org.dangwu.memberreview.grading;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dangwu.ballot.BallotResults;
import org.dangwu.desk.DeskTask;
import org.dangwu.desk.Reply;
import org.dangwu.desk.Typed;
import org.dangwu.memberreview.MemberReviewProcess.Tasks;
import org.dangwu.memberreview.ReviewGrade;
import org.dangwu.memberreview.ReviewRosters;
import org.dangwu.memberreview.desk.ReviewTasks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list before the committee: what is known of everybody and what is proposed (F-B5, B15). */
@Controller
@RequestMapping("/member-review/task/{taskId}/analysis")
class AnalysisPage {

  static final String STEP = Tasks.ANALYSE;
  private static final int LONGEST_OVERVIEW = 4000;

  private final ReviewTasks tasks;
  private final ItemBook items;
  private final SittingBook sittings;
  private final ReviewRosters rosters;
  private final MemberFacts facts;
  private final AnalysisRules rules;
  private final Quota quota;
  private final Sentences sentences;
  private final Clock clock;

  AnalysisPage(
      ReviewTasks tasks,
      ItemBook items,
      SittingBook sittings,
      ReviewRosters rosters,
      MemberFacts facts,
      AnalysisRules rules,
      Quota quota,
      Sentences sentences,
      Clock clock) {
    this.tasks = tasks;
    this.items = items;
    this.sittings = sittings;
    this.rosters = rosters;
    this.facts = facts;
    this.rules = rules;
    this.quota = quota;
    this.sentences = sentences;
    this.clock = clock;
  }

  @GetMapping
  String show(@PathVariable String taskId, Principal user, Model model) {
    DeskTask task = tasks.open(taskId, STEP, user.getName());
    return page(task, sittings.find(taskId).orElseGet(() -> nothingYet(task)), model);
  }

  @PostMapping
  String save(
      @PathVariable String taskId,
      @RequestParam MultiValueMap<String, String> sent,
      Principal user,
      Model model) {
    Typed form = new Typed(sent);
    DeskTask task = tasks.open(taskId, STEP, user.getName());
    Sitting given =
        new Sitting(
            taskId,
            0,
            form.day("heldOn"),
            form.text("overview"),
            form.text("encouragement"),
            false);
    Reply.to(
        () -> {
          tasks.openForWriting(taskId, STEP, user.getName());
          check(given);
          sittings.save(
              taskId,
              task.caseId(),
              given.heldOn(),
              given.overview(),
              given.encouragement(),
              user.getName());
          return sentences.say("analysis.sittingSaved");
        },
        model);
    return page(task, given, model);
  }

  private void check(Sitting given) {
    if (given.heldOn() == null || given.heldOn().isAfter(LocalDate.now(clock))) {
      throw sentences.refusal("analysis.heldOn");
    }
    if (given.overview().isEmpty() || given.overview().length() > LONGEST_OVERVIEW) {
      throw sentences.refusal("analysis.overview", LONGEST_OVERVIEW);
    }
    if (given.encouragement().length() > AnalysisRules.LONGEST) {
      throw sentences.refusal("analysis.encouragement", AnalysisRules.LONGEST);
    }
  }

  /** A further sitting begins from what was typed for the last one. */
  private Sitting nothingYet(DeskTask task) {
    Optional<Sitting> last = sittings.latest(task.caseId());
    return new Sitting(
        task.taskId(),
        0,
        LocalDate.now(clock),
        last.map(Sitting::overview).orElse(""),
        last.map(Sitting::encouragement).orElse(""),
        false);
  }

  private String page(DeskTask task, Sitting sitting, Model model) {
    model.addAttribute("task", task);
    model.addAttribute("sitting", sitting);
    model.addAttribute("today", LocalDate.now(clock));
    if (task.held()) {
      items.align(task.caseId(), task.organization(), task.year(), rosters.of(task.caseId()));
      fill(task, model);
    }
    return "memberreview/analysis";
  }

  private void fill(DeskTask task, Model model) {
    List<Item> all = items.of(task.caseId());
    Optional<BallotResults> members = facts.members(task.caseId());
    model.addAttribute("rows", all.stream().map(item -> row(item, members)).toList());
    model.addAttribute("common", facts.common(task.caseId()));
    model.addAttribute("committeeVotes", facts.committee(task.caseId()).map(MemberFacts::ofBody));
    model.addAttribute(
        "massesVotes",
        facts
            .masses(task.caseId())
            .filter(found -> found.objects().size() == 1 && isBody(found))
            .map(MemberFacts::ofBody));
    model.addAttribute("counts", members.map(BallotResults::counts));
    model.addAttribute("open", all.stream().filter(item -> item.state().isOpen()).count());
    model.addAttribute(
        "todo",
        all.stream().filter(item -> item.state().isOpen() && item.handling() == null).count());
    model.addAttribute("excellent", Excellents.count(all));
    model.addAttribute("most", quota.most(task.caseId(), task.organization(), task.year()));
    model.addAttribute("formal", quota.formal(task.caseId()));
  }

  private static boolean isBody(BallotResults results) {
    return results.objects().get(0).objectId().startsWith("body-");
  }

  private Row row(Item item, Optional<BallotResults> members) {
    Optional<Advice> advice = rules.advice(item);
    return new Row(
        item.itemId(),
        item.personName(),
        facts.ballot(members, item.personId()),
        facts.refused(item),
        item.indicators().size(),
        advice.map(Advice::grade).map(ReviewGrade::label).orElse(""),
        item.handling() == null ? "" : item.handling().label(),
        item.proposed() == null ? "" : item.proposed().label(),
        item.state().label(),
        item.state().isOpen());
  }

  /** One member in the list. */
  public record Row(
      String itemId,
      String name,
      MemberFacts.Votes votes,
      boolean refused,
      int indicators,
      String advice,
      String handling,
      String proposed,
      String state,
      boolean open) {}
}
