package org.dangwu.memberreview.roster;

import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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

/** Where the branch proposes whom not to count among those due (E18, D06). */
@Controller
@RequestMapping("/member-review/task/{taskId}/exclusions")
class ExclusionPage {

  private final ReviewTasks tasks;
  private final ReviewRosters rosters;
  private final DueExclusions exclusions;
  private final ReviewSentences sentences;

  ExclusionPage(
      ReviewTasks tasks,
      ReviewRosters rosters,
      DueExclusions exclusions,
      ReviewSentences sentences) {
    this.tasks = tasks;
    this.rosters = rosters;
    this.exclusions = exclusions;
    this.sentences = sentences;
  }

  @GetMapping
  String show(@PathVariable String taskId, Principal user, Model model) {
    DeskTask task = tasks.open(taskId, RosterGuard.PROPOSE_EXCLUSION, user.getName());
    return page(task, task.held() ? exclusions.proposal(taskId) : List.of(), model);
  }

  @PostMapping
  String save(
      @PathVariable String taskId,
      @RequestParam MultiValueMap<String, String> form,
      Principal user,
      Model model) {
    DeskTask task = tasks.open(taskId, RosterGuard.PROPOSE_EXCLUSION, user.getName());
    List<DueExclusion> given = given(task, new Typed(form));
    try {
      tasks.openForWriting(taskId, RosterGuard.PROPOSE_EXCLUSION, user.getName());
      exclusions.save(taskId, task.caseId(), given, user.getName());
      model.addAttribute("saved", sentences.say("exclusion.saved", given.size()));
    } catch (SubmissionRefused refused) {
      model.addAttribute("refused", refused.getMessage());
    }
    return page(task, given, model);
  }

  private String page(DeskTask task, List<DueExclusion> proposed, Model model) {
    Map<String, DueExclusion> byPerson =
        proposed.stream()
            .collect(Collectors.toMap(DueExclusion::personId, Function.identity(), (a, b) -> a));
    model.addAttribute("task", task);
    model.addAttribute("due", rosters.counts(task.caseId()).votingDue());
    model.addAttribute("reasons", exclusions.reasons());
    model.addAttribute(
        "rows",
        due(task).stream()
            .map(member -> new Row(member, byPerson.get(member.personId())))
            .toList());
    return "memberreview/exclusions";
  }

  private List<RosterMember> due(DeskTask task) {
    return rosters.of(task.caseId()).stream().filter(RosterMember::countsAsDue).toList();
  }

  private List<DueExclusion> given(DeskTask task, Typed typed) {
    List<DueExclusion> given = new ArrayList<>();
    for (RosterMember member : due(task)) {
      String reason = typed.text("reason-" + member.personId());
      if (!reason.isEmpty()) {
        given.add(
            new DueExclusion(
                member.personId(),
                reason,
                typed.text("evidence-" + member.personId()),
                null,
                null,
                null,
                null,
                false));
      }
    }
    return given;
  }

  /** A member due with what is proposed for him, or null. */
  public record Row(RosterMember member, DueExclusion proposed) {

    public boolean has(String reason) {
      return proposed != null && proposed.reason().equals(reason);
    }

    public String evidence() {
      return proposed == null ? "" : proposed.evidence();
    }
  }
}
