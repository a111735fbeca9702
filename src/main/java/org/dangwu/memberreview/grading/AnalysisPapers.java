package org.dangwu.memberreview.grading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dangwu.ballot.BallotCounts;
import org.dangwu.ballot.BallotResults;
import org.dangwu.ballot.BallotResults.ObjectResult;
import org.dangwu.ballot.Ballots;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.dangwu.memberreview.grading.Item.Handling;
import org.dangwu.organization.People;
import org.springframework.stereotype.Component;

/**
 * The papers of a sitting: the count (F-B4), the distribution, which stays in the branch
 * (测评情况由党支部掌握), and the committee's analysis (F-B5).
 */
@Component
class AnalysisPapers {

  private final MemberFacts facts;
  private final ItemBook items;
  private final Ballots ballots;
  private final Dossiers dossiers;
  private final People people;

  AnalysisPapers(
      MemberFacts facts, ItemBook items, Ballots ballots, Dossiers dossiers, People people) {
    this.facts = facts;
    this.items = items;
    this.ballots = ballots;
    this.dossiers = dossiers;
    this.people = people;
  }

  void write(String caseId, Sitting sitting, String user) {
    List<BallotResults> rounds =
        java.util.stream.Stream.of(
                facts.members(caseId), facts.committee(caseId), facts.masses(caseId))
            .flatMap(Optional::stream)
            .toList();
    if (!rounds.isEmpty() && !dossiers.isFinal(DocumentKey.of(caseId, "ballotCount"))) {
      count(caseId, rounds, user);
    }
    DocumentKey analysis = DocumentKey.of(caseId, "analysis");
    List<Item> all = items.of(caseId);
    dossiers.write(
        analysis,
        Map.of(
            "overview",
            "%s支部委员会研究。%n%s".formatted(sitting.heldOn(), sitting.overview()),
            "members",
            all.stream().map(this::line).collect(Collectors.joining("\n")),
            "verification",
            all.stream()
                .filter(item -> !item.matter().isEmpty())
                .map(item -> item.personName() + "：" + item.matter())
                .collect(Collectors.joining("\n"))),
        user);
    dossiers.finish(analysis, user);
  }

  private void count(String caseId, List<BallotResults> rounds, String user) {
    DocumentKey count = DocumentKey.of(caseId, "ballotCount");
    dossiers.write(
        count,
        Map.of(
            "counts",
            rounds.stream().map(AnalysisPapers::counts).collect(Collectors.joining("\n")),
            "tellers",
            ballots.tellers(rounds.get(0).round().roundId()).stream()
                .map(people::name)
                .collect(Collectors.joining("、"))),
        user);
    dossiers.finish(count, user);
    DocumentKey distribution = DocumentKey.of(caseId, "ballotDistribution");
    dossiers.write(
        distribution,
        Map.of(
            "distribution",
            rounds.stream().map(AnalysisPapers::distribution).collect(Collectors.joining("\n\n"))),
        user);
    dossiers.finish(distribution, user);
  }

  private static String counts(BallotResults results) {
    BallotCounts counts = results.counts();
    return "%s（第 %d 次投票）：发出 %d 张，收回 %d 张，有效 %d 张，废票 %d 张。"
        .formatted(
            results.round().title(),
            results.round().attempt(),
            counts.issued(),
            counts.collected(),
            counts.valid(),
            counts.spoiled());
  }

  private static String distribution(BallotResults results) {
    return results.objects().stream()
        .map(
            (ObjectResult object) ->
                object.name() + "：" + MemberFacts.votes(results, object.objectId()).text())
        .collect(Collectors.joining("\n", results.round().title() + "\n", ""));
  }

  private String line(Item item) {
    if (item.state() == ItemState.REMOVED) {
      return item.personName() + "：" + item.state().label();
    }
    if (item.handling() == Handling.HOLD) {
      return "%s：%s。%s".formatted(item.personName(), item.state().label(), item.reason());
    }
    if (item.proposed() == null) {
      return item.personName() + "：待核实后研究";
    }
    return "%s：%s。%s".formatted(item.personName(), item.proposed().label(), item.reason());
  }
}
