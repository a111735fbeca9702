package org.dangwu.debriefing.rating;

import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import org.dangwu.ballot.BallotResults.Distribution;
import org.dangwu.ballot.BallotResults.GroupResult;
import org.dangwu.ballot.Grade;
import org.dangwu.debriefing.DebriefRating;
import org.dangwu.debriefing.DebriefRating.State;
import org.dangwu.procedure.ProcedureCase;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The ratings of a run at a glance: one picture, and the same figures as a table (C13). */
@Controller("debriefRatingSummaryPage")
@RequestMapping("/debriefing/case/{caseId}/rating")
class RatingSummaryPage {

  private final RatingReaders readers;
  private final RatingResults ratings;
  private final RatingSummary summary;

  RatingSummaryPage(RatingReaders readers, RatingResults ratings, RatingSummary summary) {
    this.readers = readers;
    this.ratings = ratings;
    this.summary = summary;
  }

  @GetMapping
  String show(@PathVariable String caseId, Principal user, Model model) {
    ProcedureCase run = readers.open(caseId, user.getName());
    List<DebriefRating> all = ratings.of(caseId);
    boolean rated = all.stream().anyMatch(one -> one.state() != State.NOT_RATED);
    model.addAttribute("run", run);
    model.addAttribute("rated", rated);
    model.addAttribute("picture", rated ? summary.chart(caseId, RatingChart.ON_SCREEN).svg() : "");
    model.addAttribute("grades", RatingSummary.scale());
    model.addAttribute("rows", rows(all));
    return "debriefing/rating-summary";
  }

  private static List<Row> rows(List<DebriefRating> all) {
    List<Row> rows = new ArrayList<>();
    for (DebriefRating one : all) {
      rows.add(
          new Row(
              one.name(),
              one.organizationName(),
              one.votes().isPresent() ? "全部" : one.state().label(),
              numbers(one.votes().orElse(null)),
              RatingSummary.printed(one.index()),
              true));
      for (GroupResult group : one.groups()) {
        rows.add(new Row("", "", group.label(), numbers(group.distribution()), "", false));
      }
    }
    return rows;
  }

  /** Ballots, then the votes of each grade; empty when nothing may be told. */
  private static List<Integer> numbers(Distribution votes) {
    if (votes == null) {
      return List.of();
    }
    List<Integer> numbers = new ArrayList<>();
    numbers.add(votes.ballots());
    for (Grade grade : RatingSummary.scale()) {
      numbers.add(votes.votes().getOrDefault(grade.code(), 0));
    }
    return numbers;
  }

  /**
   * A row of the table.
   *
   * @param first whether it is a secretary's own row, those of the groups follow
   */
  public record Row(
      String name,
      String organization,
      String raters,
      List<Integer> numbers,
      String index,
      boolean first) {}
}
