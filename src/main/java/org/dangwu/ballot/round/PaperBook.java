package org.dangwu.ballot.round;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dangwu.ballot.BallotPlan.BallotObject;
import org.dangwu.ballot.Grade;
import org.dangwu.ballot.PaperCount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts of paper ballots (纸质票), apart from the box. */
@Component
public class PaperBook {

  private final JdbcClient jdbc;
  private final RoundStore rounds;
  private final BallotSentences sentences;

  PaperBook(JdbcClient jdbc, RoundStore rounds, BallotSentences sentences) {
    this.jdbc = jdbc;
    this.rounds = rounds;
    this.sentences = sentences;
  }

  public Optional<PaperCount> find(String roundId) {
    return jdbc.sql("select issued, collected, valid, spoiled from ballot_paper where round_id = ?")
        .param(roundId)
        .query(
            (row, n) ->
                new PaperCount(
                    row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4), votes(roundId)))
        .optional();
  }

  void enter(Round round, PaperCount count, String teller) {
    check(round, count);
    jdbc.sql("delete from ballot_paper_count where round_id = ?").param(round.id()).update();
    jdbc.sql("delete from ballot_paper where round_id = ?").param(round.id()).update();
    jdbc.sql(
            "insert into ballot_paper (round_id, issued, collected, valid, spoiled, entered_by)"
                + " values (?, ?, ?, ?, ?, ?)")
        .params(
            round.id(), count.issued(), count.collected(), count.valid(), count.spoiled(), teller)
        .update();
    count
        .votes()
        .forEach(
            (object, votes) ->
                votes.forEach(
                    (grade, number) ->
                        jdbc.sql(
                                "insert into ballot_paper_count (round_id, object_id, grade, votes)"
                                    + " values (?, ?, ?, ?)")
                            .params(round.id(), object, grade, number)
                            .update()));
  }

  /** Collected may exceed issued: that voids the round (B11), and must be enterable. */
  private void check(Round round, PaperCount count) {
    boolean negative =
        count.issued() < 0 || count.collected() < 0 || count.valid() < 0 || count.spoiled() < 0;
    if (negative) {
      throw sentences.refusal("paper.negative");
    }
    if ((long) count.valid() + count.spoiled() != count.collected()) {
      throw sentences.refusal("paper.sum", count.collected(), count.valid(), count.spoiled());
    }
    List<String> grades =
        new ArrayList<>(rounds.grades(round.id()).stream().map(Grade::code).toList());
    grades.add(Grade.ABSTAIN.code());
    List<BallotObject> objects = rounds.objects(round.id());
    if (count.votes().size() != objects.size()) {
      throw sentences.refusal("paper.objects");
    }
    for (BallotObject object : objects) {
      Map<String, Integer> votes = count.votes().getOrDefault(object.id(), Map.of());
      long sum = votes.values().stream().mapToLong(Integer::longValue).sum();
      boolean broken =
          !grades.containsAll(votes.keySet()) || votes.values().stream().anyMatch(n -> n < 0);
      if (broken) {
        throw sentences.refusal("paper.negative");
      }
      // on paper a person's own name may be left out of his own sheet
      if (sum > count.valid() || sum < count.valid() - (round.rateSelf() ? 0 : 1)) {
        throw sentences.refusal("paper.object", object.name(), sum, count.valid());
      }
    }
  }

  private Map<String, Map<String, Integer>> votes(String roundId) {
    Map<String, Map<String, Integer>> votes = new LinkedHashMap<>();
    jdbc.sql("select object_id, grade, votes from ballot_paper_count where round_id = ?")
        .param(roundId)
        .query(
            row -> {
              votes
                  .computeIfAbsent(row.getString(1), id -> new LinkedHashMap<>())
                  .put(row.getString(2), row.getInt(3));
            });
    return votes;
  }
}
