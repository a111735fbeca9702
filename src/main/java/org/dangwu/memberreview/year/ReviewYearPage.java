package org.dangwu.memberreview.year;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.dangwu.engine.SubmissionRefused;
import org.dangwu.engine.TaskModels;
import org.dangwu.engine.TaskView;
import org.dangwu.memberreview.ReviewGrade;
import org.dangwu.memberreview.ReviewOutcomes;
import org.dangwu.memberreview.desk.ReviewSentences;
import org.dangwu.organization.Organizations;
import org.dangwu.procedure.CaseRoles;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where each branch stands in the year, for the committee and the department above it. */
@Controller
@RequestMapping("/member-review")
class ReviewYearPage {

  private static final List<String> MAY_SEE =
      List.of(
          CaseRoles.BASE_OFFICE,
          CaseRoles.BASE_SECRETARY,
          CaseRoles.MEMBER,
          "committee",
          CaseRoles.SUPERIOR_ORGANIZATION);

  /** Those who approve grades may also know how many of each were given. */
  private static final List<String> APPROVES =
      List.of(CaseRoles.BASE_OFFICE, CaseRoles.BASE_SECRETARY);

  private final ReviewYearBook book;
  private final ReviewYearStandings standings;
  private final CommitteesBelow below;
  private final BranchExemption exemption;
  private final ReviewOutcomes outcomes;
  private final CaseRoles roles;
  private final Organizations organizations;
  private final TaskModels tasks;
  private final ReviewSentences sentences;
  private final Clock clock;

  ReviewYearPage(
      ReviewYearBook book,
      ReviewYearStandings standings,
      CommitteesBelow below,
      BranchExemption exemption,
      ReviewOutcomes outcomes,
      CaseRoles roles,
      Organizations organizations,
      TaskModels tasks,
      ReviewSentences sentences,
      Clock clock) {
    this.book = book;
    this.standings = standings;
    this.below = below;
    this.exemption = exemption;
    this.outcomes = outcomes;
    this.roles = roles;
    this.organizations = organizations;
    this.tasks = tasks;
    this.sentences = sentences;
    this.clock = clock;
  }

  @GetMapping("/year/{caseId}")
  String show(@PathVariable String caseId, Principal user, Model model) {
    ReviewYear year =
        book.find(caseId)
            .filter(found -> roles.holdsAny(user.getName(), found.organization(), MAY_SEE))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    describe(year, model);
    if (roles.holdsAny(user.getName(), year.organization(), APPROVES)) {
      model.addAttribute("outcomes", outcomes(year));
    }
    return "memberreview/year/standings";
  }

  /** What the department of a superior sees of all committees below it. */
  @GetMapping("/years")
  String committees(@RequestParam(required = false) Integer year, Principal user, Model model) {
    if (!below.serves(user.getName())) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    int shown = year == null ? LocalDate.now(clock).getYear() : year;
    model.addAttribute("year", shown);
    model.addAttribute("committees", below.of(user.getName(), shown));
    return "memberreview/year/committees";
  }

  @GetMapping("/year/task/{taskId}")
  String task(@PathVariable String taskId, Principal user, Model model) {
    TaskView task = task(taskId);
    describe(book.find(task.fact("caseId")).orElseThrow(), model);
    model.addAttribute("taskId", taskId);
    model.addAttribute("mine", user.getName().equals(task.assignee()));
    return "memberreview/year/blocked";
  }

  @PostMapping("/year/task/{taskId}/exempt")
  String exempt(
      @PathVariable String taskId,
      @RequestParam String branch,
      @RequestParam(defaultValue = "") String reason,
      Principal user,
      RedirectAttributes answer) {
    TaskView task = task(taskId);
    if (!user.getName().equals(task.assignee())) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN, sentences.say("task.claim"));
    }
    try {
      exemption.record(task.fact("caseId"), branch, reason.strip(), user.getName());
      answer.addFlashAttribute("done", sentences.say("year.exempted"));
    } catch (SubmissionRefused refused) {
      answer.addFlashAttribute("refused", refused.getMessage());
    }
    return "redirect:/member-review/year/task/" + taskId;
  }

  private TaskView task(String taskId) {
    return tasks
        .find(taskId)
        .filter(found -> found.elementId().equals(ReviewYearGuard.RESOLVE_BLOCKED))
        .orElseThrow(
            () -> new ResponseStatusException(HttpStatus.NOT_FOUND, sentences.say("task.gone")));
  }

  /** In the order of the branches; only those whose grades all stand. */
  private List<Counted> outcomes(ReviewYear year) {
    return outcomes.under(year.organization(), year.year()).stream()
        .map(
            outcome ->
                new Counted(
                    organizations.get(outcome.organization()).name(),
                    outcome.due(),
                    Stream.of(
                            ReviewGrade.EXCELLENT,
                            ReviewGrade.QUALIFIED,
                            ReviewGrade.BASIC,
                            ReviewGrade.UNQUALIFIED)
                        .map(grade -> outcome.counts().getOrDefault(grade, 0))
                        .toList()))
        .toList();
  }

  private void describe(ReviewYear year, Model model) {
    model.addAttribute("deployment", new Shown(year));
    model.addAttribute("branches", standings.of(year));
  }

  /** How many of a branch received each of the four grades. */
  public record Counted(String branch, int due, List<Integer> grades) {}

  /** The deployment as the page shows it. */
  public record Shown(
      int year,
      LocalDate endsOn,
      LocalDate suggested,
      String combined,
      String masses,
      String leaders) {

    Shown(ReviewYear year) {
      this(
          year.year(),
          year.endsOn(),
          year.suggested(),
          year.combined() ? "同民主评议一并进行" : "分别进行",
          year.massesText(),
          year.leadersExcluded() ? "不列为评议对象" : "列为评议对象");
    }
  }
}
