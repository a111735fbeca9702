package org.dangwu.debriefing.rating;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dangwu.ballot.BallotCounts;
import org.dangwu.ballot.BallotResults;
import org.dangwu.ballot.Grade;
import org.dangwu.debriefing.DebriefRating;
import org.dangwu.debriefing.DebriefRating.State;
import org.dangwu.debriefing.desk.DebriefSentences;
import org.dangwu.debriefing.rating.RatingChart.Row;
import org.dangwu.debriefing.session.Sitting;
import org.dangwu.debriefing.session.SittingBook;
import org.dangwu.procedure.ProcedureCase;
import org.dangwu.procedure.ProcedureCases;
import org.springframework.stereotype.Component;

/** The ratings of a run as one picture and as one table, made from the same figures (C13). */
@Component("debriefRatingSummary")
class RatingSummary {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

  private final RatingResults ratings;
  private final SittingBook sittings;
  private final ProcedureCases cases;
  private final DebriefSentences sentences;

  RatingSummary(
      RatingResults ratings,
      SittingBook sittings,
      ProcedureCases cases,
      DebriefSentences sentences) {
    this.ratings = ratings;
    this.sittings = sittings;
    this.cases = cases;
    this.sentences = sentences;
  }

  /** Scale as it is printed, the abstention last. */
  static List<Grade> scale() {
    List<Grade> scale = new ArrayList<>(Grade.WORK_GRADES);
    scale.add(Grade.ABSTAIN);
    return List.copyOf(scale);
  }

  /** Hundredths as two decimals. */
  static String printed(Optional<Integer> index) {
    return index
        .map(points -> String.format(Locale.ROOT, "%d.%02d", points / 100, points % 100))
        .orElse("");
  }

  RatingChart chart(String caseId, int barWidth) {
    List<DebriefRating> all = ratings.of(caseId);
    ProcedureCase run = cases.find(caseId).orElseThrow();
    return new RatingChart(
        sentences.say("rating.title", run.organizationName(), String.valueOf(run.year())),
        turnout(caseId),
        scale(),
        all.stream().filter(one -> one.state() != State.NOT_RATED).map(RatingSummary::row).toList(),
        notes(caseId, all),
        barWidth);
  }

  private static Row row(DebriefRating rating) {
    return new Row(
        rating.name(),
        rating.organizationName(),
        rating.votes().map(votes -> votes.votes()).orElse(Map.of()),
        rating.votes().map(votes -> votes.ballots()).orElse(0),
        printed(rating.index()),
        rating.state().label());
  }

  /** One line a round: when, and how many sheets went out and came back. */
  List<String> turnout(String caseId) {
    List<Sitting> held = sittings.held(caseId);
    List<String> lines = new ArrayList<>();
    List<BallotResults> counted = ratings.counted(caseId);
    for (int i = 0; i < counted.size(); i++) {
      BallotCounts counts = counted.get(i).counts();
      String day = day(held, counted.get(i), i);
      lines.add(
          sentences.say(
              "rating.turnout", day, counts.issued(), counts.collected(), counts.valid()));
    }
    return lines;
  }

  /** Sessions in which nobody reported had no round. */
  private static String day(List<Sitting> held, BallotResults round, int number) {
    List<Sitting> rated = held.stream().filter(one -> !one.speakers().isEmpty()).toList();
    return number < rated.size() ? DAY.format(rated.get(number).heldOn()) : round.round().title();
  }

  /** What is not shown and why. */
  List<String> notes(String caseId, List<DebriefRating> all) {
    List<String> notes = new ArrayList<>();
    int least =
        ratings.counted(caseId).stream().mapToInt(one -> one.round().minToShow()).max().orElse(0);
    List<String> suppressed = names(all, State.SUPPRESSED);
    if (!suppressed.isEmpty()) {
      notes.add(sentences.say("rating.suppressed", String.join("、", suppressed), least));
    }
    List<String> open = names(all, State.OPEN);
    if (!open.isEmpty()) {
      notes.add(sentences.say("rating.open", open.size()));
    }
    List<String> unrated = names(all, State.NOT_RATED);
    if (!unrated.isEmpty()) {
      notes.add(sentences.say("rating.unrated", String.join("、", unrated)));
    }
    if (all.stream().anyMatch(one -> one.state() == State.TOLD && one.groups().isEmpty())) {
      notes.add(sentences.say("rating.oneGroup", least));
    }
    all.stream()
        .filter(one -> one.groups().stream().anyMatch(group -> group.classCodes().size() > 1))
        .findFirst()
        .ifPresent(one -> notes.add(sentences.say("rating.merged", merged(one), least)));
    notes.add(sentences.say("rating.index"));
    return notes;
  }

  private static String merged(DebriefRating rating) {
    return String.join(
        "；",
        rating.groups().stream()
            .filter(group -> group.classCodes().size() > 1)
            .map(group -> group.label())
            .toList());
  }

  private static List<String> names(List<DebriefRating> all, State state) {
    return all.stream().filter(one -> one.state() == state).map(DebriefRating::name).toList();
  }
}
