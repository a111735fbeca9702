package org.dangwu.ballot.round;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dangwu.ballot.BallotCounts;
import org.dangwu.ballot.BallotPlan.BallotObject;
import org.dangwu.ballot.BallotResults;
import org.dangwu.ballot.BallotResults.Distribution;
import org.dangwu.ballot.BallotResults.GroupResult;
import org.dangwu.ballot.BallotResults.ObjectResult;
import org.dangwu.ballot.Grade;
import org.dangwu.ballot.PaperCount;
import org.dangwu.ballot.round.BallotBox.Counted;
import org.springframework.stereotype.Component;

/** What may be told of a counted round, and what small numbers forbid to tell. */
@Component
class Telling {

  private final RoundStore rounds;
  private final BallotBox box;
  private final PaperBook paper;

  Telling(RoundStore rounds, BallotBox box, PaperBook paper) {
    this.rounds = rounds;
    this.box = box;
    this.paper = paper;
  }

  BallotResults results(Round round, BallotCounts counts) {
    String id = round.id();
    int least = round.view().minToShow();
    List<Grade> grades = scale(id);
    List<Counted> counted = box.counted(id);
    Optional<PaperCount> onPaper = paper.find(id);
    List<BallotObject> objects = rounds.objects(id);
    List<Group> groups = groups(id, least, objects, counted);
    List<ObjectResult> told = new ArrayList<>();
    for (BallotObject object : objects) {
      Distribution secret = distribution(grades, object.id(), counted, Optional.empty());
      Distribution all = distribution(grades, object.id(), counted, onPaper);
      // the tellers know the paper ballots, so few electronic ones must not follow from the sum
      boolean enough =
          all.ballots() >= least && (secret.ballots() == 0 || secret.ballots() >= least);
      told.add(
          new ObjectResult(
              object.id(),
              object.name(),
              enough ? Optional.of(all) : Optional.empty(),
              enough ? byGroup(groups, grades, object.id(), counted) : List.of()));
    }
    return new BallotResults(round.view(), counts, grades, told, round.tallyHash());
  }

  /** The distribution whatever its size; for decision tables alone. */
  Distribution whole(String roundId, String objectId) {
    return distribution(scale(roundId), objectId, box.counted(roundId), paper.find(roundId));
  }

  private List<Grade> scale(String roundId) {
    List<Grade> grades = new ArrayList<>(rounds.grades(roundId));
    grades.add(Grade.ABSTAIN);
    return grades;
  }

  /** Drawers that are counted together, with the classes in them. */
  private record Group(Set<Integer> drawers, List<ClassRow> classes) {}

  /**
   * Drawers were made from the sheets that went out; fewer may have come back, so they are put
   * together once more by what each object really got.
   */
  private List<Group> groups(
      String roundId, int least, List<BallotObject> objects, List<Counted> counted) {
    Map<Integer, List<ClassRow>> byDrawer =
        rounds.classes(roundId).stream()
            .collect(
                Collectors.groupingBy(ClassRow::drawer, LinkedHashMap::new, Collectors.toList()));
    List<Integer> drawers = List.copyOf(byDrawer.keySet());
    List<Integer> sizes =
        drawers.stream()
            .map(
                drawer ->
                    objects.stream()
                        .mapToInt(object -> ballots(counted, object.id(), drawer))
                        .min()
                        .orElse(0))
            .toList();
    List<Integer> merged = ClassGroups.merged(sizes, least);
    Map<Integer, Group> groups = new LinkedHashMap<>();
    for (int i = 0; i < drawers.size(); i++) {
      Group group =
          groups.computeIfAbsent(
              merged.get(i), n -> new Group(new LinkedHashSet<>(), new ArrayList<>()));
      group.drawers().add(drawers.get(i));
      group.classes().addAll(byDrawer.get(drawers.get(i)));
    }
    return groups.size() < 2 ? List.of() : List.copyOf(groups.values());
  }

  private static List<GroupResult> byGroup(
      List<Group> groups, List<Grade> grades, String objectId, List<Counted> counted) {
    return groups.stream()
        .map(
            group ->
                new GroupResult(
                    group.classes().stream().map(ClassRow::code).toList(),
                    group.classes().stream().map(ClassRow::label).collect(Collectors.joining("、")),
                    distribution(
                        grades,
                        objectId,
                        counted.stream()
                            .filter(row -> group.drawers().contains(row.drawer()))
                            .toList(),
                        Optional.empty())))
        .toList();
  }

  private static int ballots(List<Counted> counted, String objectId, int drawer) {
    return counted.stream()
        .filter(row -> row.target().equals(objectId) && row.drawer() == drawer)
        .mapToInt(Counted::votes)
        .sum();
  }

  private static Distribution distribution(
      List<Grade> grades, String objectId, List<Counted> counted, Optional<PaperCount> onPaper) {
    Map<String, Integer> votes = new LinkedHashMap<>();
    for (Grade grade : grades) {
      int secret =
          counted.stream()
              .filter(row -> row.target().equals(objectId) && row.grade().equals(grade.code()))
              .mapToInt(Counted::votes)
              .sum();
      int paper =
          onPaper
              .map(count -> count.votes().getOrDefault(objectId, Map.of()))
              .map(row -> row.getOrDefault(grade.code(), 0))
              .orElse(0);
      votes.put(grade.code(), secret + paper);
    }
    return new Distribution(votes.values().stream().mapToInt(Integer::intValue).sum(), votes);
  }
}
