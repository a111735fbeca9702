package org.dangwu.debriefing.rating;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dangwu.ballot.BallotResults;
import org.dangwu.ballot.BallotResults.GroupResult;
import org.dangwu.ballot.BallotResults.ObjectResult;
import org.dangwu.ballot.BallotRound;
import org.dangwu.ballot.Ballots;
import org.dangwu.ballot.Grade;
import org.dangwu.ballot.RoundKind;
import org.dangwu.ballot.RoundState;
import org.dangwu.debriefing.DebriefEntries;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefPlan;
import org.dangwu.debriefing.DebriefPlan.VoterClassWeight;
import org.dangwu.debriefing.DebriefPlans;
import org.dangwu.debriefing.DebriefRating;
import org.dangwu.debriefing.DebriefRating.State;
import org.dangwu.debriefing.DebriefRatings;
import org.dangwu.debriefing.rating.WeightedIndex.Part;
import org.dangwu.debriefing.session.SittingBook;
import org.dangwu.engine.DecisionTables;
import org.springframework.stereotype.Component;

/**
 * Ratings as far as the ballots tell them: what is suppressed there stays unknown here, and
 * weighted points are made from nothing but the groups that are told (C12, C13).
 */
@Component("debriefRatingResults")
class RatingResults implements DebriefRatings {

  private static final String POINTS = "rating_points";

  private final DebriefEntries entries;
  private final DebriefPlans plans;
  private final SittingBook sittings;
  private final Ballots ballots;
  private final DecisionTables tables;

  RatingResults(
      DebriefEntries entries,
      DebriefPlans plans,
      SittingBook sittings,
      Ballots ballots,
      DecisionTables tables) {
    this.entries = entries;
    this.plans = plans;
    this.sittings = sittings;
    this.ballots = ballots;
    this.tables = tables;
  }

  @Override
  public List<DebriefRating> of(String caseId) {
    List<DebriefEntry> graded = entries.graded(caseId);
    List<BallotRound> rounds = rounds(caseId);
    Map<String, ObjectResult> told = new HashMap<>();
    counted(rounds)
        .forEach(results -> results.objects().forEach(one -> told.put(one.objectId(), one)));
    Set<String> open =
        rounds.stream().anyMatch(RatingResults::undecided) ? rated(caseId) : Set.of();
    Map<String, Integer> points = told.isEmpty() ? Map.of() : points();
    Map<String, Integer> weights = weights(caseId);
    return graded.stream()
        .map(entry -> rating(entry, told.get(entry.personId()), open, points, weights))
        .toList();
  }

  @Override
  public Optional<DebriefRating> of(String caseId, String entryId) {
    return of(caseId).stream().filter(rating -> rating.entryId().equals(entryId)).findFirst();
  }

  /** Entries that are on a sheet of some session. */
  private Set<String> rated(String caseId) {
    Set<String> rated = new HashSet<>(sittings.reported(caseId));
    if (plans.of(caseId).filter(DebriefPlan::rateWritten).isPresent()) {
      entries.active(caseId).stream()
          .filter(entry -> !entry.onSite())
          .forEach(entry -> rated.add(entry.entryId()));
    }
    return rated;
  }

  /** Confirmed rounds with what they tell, in no particular order. */
  List<BallotResults> counted(String caseId) {
    return counted(rounds(caseId));
  }

  private List<BallotRound> rounds(String caseId) {
    return ballots.ofCase(caseId).stream()
        .filter(round -> round.kind() == RoundKind.WEIGHTED_SESSION)
        .toList();
  }

  private List<BallotResults> counted(List<BallotRound> rounds) {
    return rounds.stream()
        .filter(round -> round.state() == RoundState.CONFIRMED)
        .map(round -> ballots.results(round.roundId()))
        .toList();
  }

  private static boolean undecided(BallotRound round) {
    return round.state() != RoundState.CONFIRMED && round.state() != RoundState.VOID;
  }

  private static DebriefRating rating(
      DebriefEntry entry,
      ObjectResult told,
      Set<String> open,
      Map<String, Integer> points,
      Map<String, Integer> weights) {
    State state = told == null ? State.NOT_RATED : State.TOLD;
    if (told == null && open.contains(entry.entryId())) {
      state = State.OPEN;
    } else if (told != null && told.suppressed()) {
      state = State.SUPPRESSED;
    }
    return new DebriefRating(
        entry.entryId(),
        entry.personId(),
        entry.name(),
        entry.organizationName(),
        state,
        told == null ? Optional.empty() : told.distribution(),
        told == null ? List.of() : told.groups(),
        told == null ? Optional.empty() : index(told, points, weights));
  }

  private static Optional<Integer> index(
      ObjectResult told, Map<String, Integer> points, Map<String, Integer> weights) {
    if (told.groups().isEmpty()) {
      return told.distribution()
          .flatMap(all -> WeightedIndex.of(List.of(new Part(all.votes(), 1)), points));
    }
    List<Part> parts = new ArrayList<>();
    for (GroupResult group : told.groups()) {
      int weight =
          group.classCodes().stream().mapToInt(code -> weights.getOrDefault(code, 0)).sum();
      parts.add(new Part(group.distribution().votes(), weight));
    }
    return WeightedIndex.of(parts, points);
  }

  private Map<String, Integer> points() {
    Map<String, Integer> points = new HashMap<>();
    for (Grade grade : Grade.WORK_GRADES) {
      tables
          .first(POINTS, Map.of("grade", grade.code()))
          .map(row -> ((Number) row.get("points")).intValue())
          .ifPresent(worth -> points.put(grade.code(), worth));
    }
    return points;
  }

  private Map<String, Integer> weights(String caseId) {
    return plans.of(caseId).map(DebriefPlan::classes).orElse(List.of()).stream()
        .collect(Collectors.toMap(VoterClassWeight::code, VoterClassWeight::weight));
  }
}
