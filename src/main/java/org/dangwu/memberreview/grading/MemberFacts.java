package org.dangwu.memberreview.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dangwu.ballot.BallotResults;
import org.dangwu.ballot.BallotResults.Distribution;
import org.dangwu.ballot.BallotResults.ObjectResult;
import org.dangwu.ballot.Grade;
import org.dangwu.ballot.RoundKind;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.dossier.Dossiers;
import org.dangwu.memberreview.ReviewSummaries;
import org.springframework.stereotype.Component;

/** What the committee has before it when it studies a member (F-B5). */
@Component
class MemberFacts {

  private static final List<String> PERSONAL =
      List.of(
          "summary",
          "summaryCheck",
          "summaryRefusal",
          "privateTalk",
          "verificationRecord",
          "objection",
          "objectionHearing",
          "objectionDecision");

  private final CountedRounds rounds;
  private final ReviewSummaries summaries;
  private final Dossiers dossiers;

  MemberFacts(CountedRounds rounds, ReviewSummaries summaries, Dossiers dossiers) {
    this.rounds = rounds;
    this.summaries = summaries;
    this.dossiers = dossiers;
  }

  /** The members' ballot on one of them. */
  Votes ballot(Optional<BallotResults> results, String personId) {
    return results.map(found -> votes(found, personId)).orElse(Votes.notHeld());
  }

  Optional<BallotResults> members(String caseId) {
    return rounds.results(caseId, RoundKind.MEMBERS_ON_MEMBERS);
  }

  Optional<BallotResults> masses(String caseId) {
    return rounds.results(caseId, RoundKind.MASSES_POLL);
  }

  Optional<BallotResults> committee(String caseId) {
    return rounds.results(caseId, RoundKind.COMMITTEE_REVIEW);
  }

  boolean refused(Item item) {
    return summaries.refused(item.caseId()).contains(item.personId());
  }

  /** Papers about the member and about the whole branch, to be opened beside the page. */
  List<Paper> papers(Item item) {
    List<Paper> papers = new ArrayList<>();
    for (String type : PERSONAL) {
      dossiers
          .find(DocumentKey.about(item.caseId(), type, item.personId()))
          .filter(DossierDocument::isFinal)
          .ifPresent(found -> papers.add(new Paper(found.title(), "", found.id())));
    }
    return papers;
  }

  /** Records of the groups and of the masses' forum. */
  List<Paper> common(String caseId) {
    return dossiers.list(caseId).stream()
        .filter(document -> List.of("peerReview", "massesForum").contains(document.key().type()))
        .filter(DossierDocument::isFinal)
        .map(found -> new Paper(found.title(), found.key().subject(), found.id()))
        .toList();
  }

  /** What may be told of the only object of a round about a body. */
  static Votes ofBody(BallotResults results) {
    return votes(results, results.objects().get(0).objectId());
  }

  static Votes votes(BallotResults results, String objectId) {
    Optional<ObjectResult> object = CountedRounds.result(results, objectId);
    if (object.isEmpty()) {
      return Votes.notHeld();
    }
    Map<String, String> labels =
        results.grades().stream().collect(Collectors.toMap(Grade::code, Grade::label));
    return object
        .get()
        .distribution()
        .map(shown -> Votes.of(shown, labels))
        .orElse(Votes.suppressed(results.round().minToShow()));
  }

  /**
   * Votes on somebody as words.
   *
   * @param text 优秀 12 票，合格 5 票……, or why nothing is shown
   */
  public record Votes(boolean shown, String text) {

    static Votes of(Distribution distribution, Map<String, String> labels) {
      return new Votes(
          true,
          "共 %d 票：%s"
              .formatted(
                  distribution.ballots(),
                  distribution.votes().entrySet().stream()
                      .map(
                          vote ->
                              labels.getOrDefault(vote.getKey(), Grade.ABSTAIN.label())
                                  + " "
                                  + vote.getValue())
                      .collect(Collectors.joining("，"))));
    }

    static Votes suppressed(int threshold) {
      return new Votes(false, "有效票不足 %d 张，不显示票数".formatted(threshold));
    }

    static Votes notHeld() {
      return new Votes(false, "没有测评结果");
    }
  }

  /** A document of the case file. */
  public record Paper(String title, String about, String documentId) {}
}
