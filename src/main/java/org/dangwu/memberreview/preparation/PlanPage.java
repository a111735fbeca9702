package org.dangwu.memberreview.preparation;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dangwu.desk.DeskTask;
import org.dangwu.desk.Typed;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.memberreview.ReviewRosters;
import org.dangwu.memberreview.RosterMember;
import org.dangwu.memberreview.desk.ReviewSentences;
import org.dangwu.memberreview.desk.ReviewTasks;
import org.dangwu.memberreview.preparation.Plan.MassesWay;
import org.dangwu.memberreview.preparation.Plan.MeetingForm;
import org.dangwu.memberreview.roster.GroupBook;
import org.dangwu.memberreview.roster.ReviewGroup;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the branch plans its review: dates, groups, ways (F-B1, B01, B03, B13, B14). */
@Controller
@RequestMapping("/member-review/task/{taskId}/plan")
class PlanPage {

  private static final int MOST_GROUPS = 12;
  private static final int EMPTY_GROUPS = 2;

  private final ReviewTasks tasks;
  private final ReviewRosters rosters;
  private final PlanBook plans;
  private final PlanProposal proposal;
  private final PlanRules rules;
  private final GroupBook groups;
  private final ReviewSentences sentences;
  private final Clock clock;

  PlanPage(
      ReviewTasks tasks,
      ReviewRosters rosters,
      PlanBook plans,
      PlanProposal proposal,
      PlanRules rules,
      GroupBook groups,
      ReviewSentences sentences,
      Clock clock) {
    this.tasks = tasks;
    this.rosters = rosters;
    this.plans = plans;
    this.proposal = proposal;
    this.rules = rules;
    this.groups = groups;
    this.sentences = sentences;
    this.clock = clock;
  }

  @GetMapping
  String show(@PathVariable String taskId, Principal user, Model model) {
    DeskTask task = tasks.open(taskId, PreparationSteps.MAKE_PLAN, user.getName());
    List<ReviewGroup> formed = groups.of(task.caseId());
    Groups division =
        formed.isEmpty()
            ? proposal.groups(task, participants(task))
            : new Groups(formed, groups.members(task.caseId()));
    Plan plan = plans.find(task.caseId()).orElseGet(() -> proposal.plan(task));
    return page(task, plan, division, model);
  }

  /**
   * @param deal given when the members are to be dealt out over the groups instead of saving
   */
  @PostMapping
  String save(
      @PathVariable String taskId,
      @RequestParam(required = false) String deal,
      @RequestParam MultiValueMap<String, String> form,
      Principal user,
      Model model) {
    DeskTask task = tasks.open(taskId, PreparationSteps.MAKE_PLAN, user.getName());
    Typed typed = new Typed(form);
    List<RosterMember> participants = participants(task);
    Plan plan = plan(typed);
    Groups division = groups(typed, participants);
    try {
      tasks.openForWriting(taskId, PreparationSteps.MAKE_PLAN, user.getName());
      if (deal != null) {
        if (division.list().isEmpty()) {
          throw sentences.refusal("plan.noGroup");
        }
        division = division.dealt(participants.stream().map(RosterMember::personId).toList());
        model.addAttribute("saved", sentences.say("plan.dealt"));
      } else {
        rules.checked(plan, task.day("reviewDueDate").orElse(null), hasCommittee(task));
        rules.checked(division, participants);
        plans.save(task.caseId(), plan, user.getName());
        groups.form(task.caseId(), division.list(), division.members());
        model.addAttribute("saved", sentences.say("plan.saved"));
      }
    } catch (SubmissionRefused refused) {
      model.addAttribute("refused", refused.getMessage());
    }
    return page(task, plan, division, model);
  }

  private String page(DeskTask task, Plan plan, Groups division, Model model) {
    List<RosterMember> all = rosters.of(task.caseId());
    model.addAttribute("task", task);
    model.addAttribute("plan", plan);
    model.addAttribute("today", LocalDate.now(clock));
    model.addAttribute("last", task.day("reviewDueDate").orElse(null));
    model.addAttribute("forms", MeetingForm.values());
    model.addAttribute("ways", MassesWay.values());
    model.addAttribute("hasCommittee", hasCommittee(task));
    model.addAttribute("counts", rosters.counts(task.caseId()));
    model.addAttribute("slots", slots(division));
    model.addAttribute(
        "leaders", participants(task).stream().filter(RosterMember::formal).toList());
    model.addAttribute(
        "rows",
        all.stream().map(member -> new Row(member, index(division, member.personId()))).toList());
    return "memberreview/plan";
  }

  private static List<Slot> slots(Groups division) {
    List<Slot> slots = new ArrayList<>();
    division
        .list()
        .forEach(group -> slots.add(new Slot(slots.size() + 1, group.name(), group.leaderId())));
    for (int i = 0; i < EMPTY_GROUPS && slots.size() < MOST_GROUPS; i++) {
      slots.add(new Slot(slots.size() + 1, "", ""));
    }
    return slots;
  }

  private static int index(Groups division, String person) {
    String name = division.members().get(person);
    for (int i = 0; i < division.list().size(); i++) {
      if (division.list().get(i).name().equals(name)) {
        return i + 1;
      }
    }
    return 0;
  }

  private List<RosterMember> participants(DeskTask task) {
    return rosters.of(task.caseId()).stream().filter(RosterMember::participates).toList();
  }

  private static boolean hasCommittee(DeskTask task) {
    return task.fact("hasCommittee").equals("YES");
  }

  private static Plan plan(Typed typed) {
    return new Plan(
        typed.day("studyFrom"),
        typed.day("studyTo"),
        typed.day("summaryDue"),
        typed.day("peerOn"),
        typed.day("assemblyOn"),
        yesNo(typed.text("combined")),
        "YES".equals(typed.text("combined")) ? typed.choice(MeetingForm.class, "form") : null,
        typed.choice(MassesWay.class, "massesWay"),
        yesNo(typed.text("committeeReview")),
        typed.text("remark"));
  }

  private static Boolean yesNo(String typed) {
    return switch (typed) {
      case "YES" -> true;
      case "NO" -> false;
      default -> null;
    };
  }

  /** Slots without a name are left out; members point to slots by their number. */
  private static Groups groups(Typed typed, List<RosterMember> participants) {
    Map<String, ReviewGroup> bySlot = new LinkedHashMap<>();
    for (int slot = 1; slot <= MOST_GROUPS; slot++) {
      String name = typed.text("group-name-" + slot);
      if (!name.isEmpty()) {
        bySlot.put(String.valueOf(slot), new ReviewGroup(name, typed.text("group-leader-" + slot)));
      }
    }
    Map<String, String> members = new LinkedHashMap<>();
    for (RosterMember member : participants) {
      Optional.ofNullable(bySlot.get(typed.text("member-" + member.personId())))
          .ifPresent(group -> members.put(member.personId(), group.name()));
    }
    return new Groups(List.copyOf(bySlot.values()), members);
  }

  /** A group as it stands in the form; number from 1. */
  public record Slot(int number, String name, String leaderId) {}

  /** A member with the number of his group; 0 while he has none. */
  public record Row(RosterMember member, int slot) {}
}
