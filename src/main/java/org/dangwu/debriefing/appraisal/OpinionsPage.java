package org.dangwu.debriefing.appraisal;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefingProcess.Tasks;
import org.dangwu.debriefing.SecretaryGrade;
import org.dangwu.debriefing.desk.DebriefTasks;
import org.dangwu.desk.DeskTask;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The list of those on whom an opinion is drafted, and how the grades together stand (C14, C15). In
 * the order of the plan: it is no ranking.
 */
@Controller("debriefOpinionsPage")
@RequestMapping("/debriefing/task/{taskId}/opinions")
class OpinionsPage {

  static final String STEP = Tasks.DRAFT_OPINIONS;

  private final DebriefTasks tasks;
  private final GradedEntries entries;
  private final OpinionBook opinions;
  private final CompositeAdvisor advisor;
  private final Basis basis;
  private final Distribution distribution;
  private final ComeBack comeBack;

  OpinionsPage(
      DebriefTasks tasks,
      GradedEntries entries,
      OpinionBook opinions,
      CompositeAdvisor advisor,
      Basis basis,
      Distribution distribution,
      ComeBack comeBack) {
    this.tasks = tasks;
    this.entries = entries;
    this.opinions = opinions;
    this.advisor = advisor;
    this.basis = basis;
    this.distribution = distribution;
    this.comeBack = comeBack;
  }

  @GetMapping
  String show(@PathVariable String taskId, Principal user, Model model) {
    DeskTask task = tasks.open(taskId, STEP, user.getName());
    model.addAttribute("task", task);
    if (task.held()) {
      fill(task.caseId(), model);
    }
    return "debriefing/appraisal/opinions";
  }

  private void fill(String caseId, Model model) {
    List<DebriefEntry> graded = entries.of(caseId);
    Map<String, Opinion> written = opinions.of(caseId);
    Map<String, String> ratings = basis.ratings(caseId);
    Function<Opinion, Optional<Composite>> advised = advisor.of(caseId);
    List<Row> rows =
        graded.stream()
            .map(
                entry -> {
                  Opinion opinion =
                      written.getOrDefault(entry.entryId(), Opinion.empty(entry.entryId(), caseId));
                  return row(
                      entry,
                      opinion,
                      ratings.getOrDefault(entry.entryId(), basis.notRated()),
                      advised
                          .apply(opinion)
                          .map(Composite::grade)
                          .map(SecretaryGrade::label)
                          .orElse(""));
                })
            .toList();
    model.addAttribute("rows", rows);
    model.addAttribute("open", rows.stream().filter(row -> row.grade().isEmpty()).count());
    model.addAttribute(
        "share",
        distribution.of(
            caseId,
            graded.stream()
                .map(entry -> Optional.ofNullable(written.get(entry.entryId())).map(Opinion::grade))
                .toList()));
    model.addAttribute("reasons", comeBack.of(caseId));
  }

  private static Row row(DebriefEntry entry, Opinion opinion, String rating, String advice) {
    return new Row(
        entry.entryId(),
        entry.name(),
        entry.organizationName(),
        entry.mode().label(),
        rating,
        advice,
        opinion.grade() == null ? "" : opinion.grade().label());
  }

  /** One secretary in the list. */
  public record Row(
      String entryId,
      String name,
      String organization,
      String mode,
      String rating,
      String advice,
      String grade) {}
}
