package org.dangwu.debriefing.rating;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dangwu.ballot.BallotCounts;
import org.dangwu.ballot.BallotResults;
import org.dangwu.ballot.BallotResults.ObjectResult;
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

  /** One line a session: when, and how many sheets went out and came back. */
  List<String> turnout(String caseId) {
    List<Sitting> held = sittings.held(caseId);
    Map<Integer, String> lines = new TreeMap<>();
    for (BallotResults round : ratings.counted(caseId)) {
      Sitting sitting = sittingOf(round, held);
      BallotCounts counts = round.counts();
      lines.put(
          sitting.number(),
          sentences.say(
              "rating.turnout",
              DAY.format(sitting.heldOn()),
              counts.issued(),
              counts.collected(),
              counts.valid()));
    }
    return List.copyOf(lines.values());
  }

  /** Nobody reports at two sessions; those who only wrote are rated at the first. */
  private static Sitting sittingOf(BallotResults round, List<Sitting> held) {
    Set<String> objects =
        round.objects().stream().map(ObjectResult::objectId).collect(Collectors.toSet());
    return held.stream()
        .filter(
            sitting ->
                sitting.marks().stream()
                    .filter(mark -> sitting.speakers().contains(mark.entryId()))
                    .anyMatch(mark -> objects.contains(mark.personId())))
        .findFirst()
        .orElseGet(() -> held.get(0));
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
