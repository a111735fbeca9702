package org.dangwu.debriefing.appraisal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dangwu.ballot.BallotResults.Distribution;
import org.dangwu.ballot.Grade;
import org.dangwu.debriefing.DebriefComment;
import org.dangwu.debriefing.DebriefComments;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.DebriefFieldCheck;
import org.dangwu.debriefing.DebriefFieldChecks;
import org.dangwu.debriefing.DebriefRating;
import org.dangwu.debriefing.DebriefRatings;
import org.dangwu.debriefing.DebriefReports;
import org.dangwu.debriefing.SecretaryGrade;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.dossier.Dossiers;
import org.dangwu.procedure.Facts;
import org.springframework.stereotype.Component;

/**
 * What lies before the eyes of him who drafts an opinion: ratings, comments, field check, facts on
 * record (C14). It decides nothing.
 */
@Component("debriefBasis")
class Basis {

  private static final List<String> PAPERS =
      List.of("debriefReport", "reportMissing", "fieldCheck", "debriefComment");
  private static final Map<String, String> LABELS =
      Stream.concat(Grade.WORK_GRADES.stream(), Stream.of(Grade.ABSTAIN))
          .collect(Collectors.toMap(Grade::code, Grade::label));

  private final DebriefRatings ratings;
  private final DebriefComments comments;
  private final DebriefFieldChecks checks;
  private final DebriefReports reports;
  private final Dossiers dossiers;
  private final Facts facts;
  private final AppraisalSentences sentences;

  Basis(
      DebriefRatings ratings,
      DebriefComments comments,
      DebriefFieldChecks checks,
      DebriefReports reports,
      Dossiers dossiers,
      Facts facts,
      AppraisalSentences sentences) {
    this.ratings = ratings;
    this.comments = comments;
    this.checks = checks;
    this.reports = reports;
    this.dossiers = dossiers;
    this.facts = facts;
    this.sentences = sentences;
  }

  /** Whether he handed in a report. */
  DebriefReports.State report(DebriefEntry entry) {
    return reports.of(entry);
  }

  /** The rating of the session as words. */
  String rating(DebriefEntry entry) {
    return ratings.of(entry.caseId(), entry.entryId()).map(this::words).orElse(notRated());
  }

  /** The ratings of all, by entry, as words. */
  Map<String, String> ratings(String caseId) {
    return ratings.of(caseId).stream()
        .collect(Collectors.toMap(DebriefRating::entryId, this::words));
  }

  private String words(DebriefRating rating) {
    Optional<String> votes = rating.votes().map(Basis::votes);
    Optional<String> index =
        rating.index().map(points -> sentences.say("basis.index", Points.text(points)));
    return votes.isEmpty()
        ? rating.state().label()
        : votes.get() + index.map(words -> "；" + words).orElse("");
  }

  String notRated() {
    return DebriefRating.State.NOT_RATED.label();
  }

  private static String votes(Distribution distribution) {
    return distribution.votes().entrySet().stream()
        .map(vote -> LABELS.getOrDefault(vote.getKey(), vote.getKey()) + " " + vote.getValue())
        .collect(Collectors.joining("，", "共 " + distribution.ballots() + " 票：", ""));
  }

  /** One line a comment: who said it and which problems he named. */
  List<String> comments(DebriefEntry entry) {
    return comments.of(entry.caseId(), entry.entryId()).stream().map(Basis::line).toList();
  }

  private static String line(DebriefComment comment) {
    return comment.commentatorName()
        + "："
        + Stream.concat(comment.problems().stream(), Stream.of(comment.direction()))
            .filter(text -> !text.isBlank())
            .collect(Collectors.joining("；"));
  }

  /** Facts of the other procedures on record for his organisation (C04, A35). */
  List<String> facts(DebriefEntry entry, int year) {
    return facts.of(entry.organization(), year).stream()
        .map(fact -> "%s %s %s".formatted(fact.day(), fact.type().label(), fact.words()).strip())
        .distinct()
        .toList();
  }

  /** What the team found on the spot (C08): how it looked, facts, problems. */
  List<String> fieldCheck(DebriefEntry entry) {
    return checks
        .find(entry.entryId())
        .map(
            check ->
                Stream.concat(
                        Stream.of(seen(check), check.facts()),
                        check.problems().stream().map(one -> sentences.say("basis.problem", one)))
                    .filter(text -> !text.isBlank())
                    .toList())
        .orElse(List.of());
  }

  /** The team's general impression, from which the organisers may begin. */
  Optional<SecretaryGrade> impression(DebriefEntry entry) {
    return checks.find(entry.entryId()).flatMap(DebriefFieldCheck::impression);
  }

  private String seen(DebriefFieldCheck check) {
    return sentences.say(
        "basis.seen", check.checkedOn().toString(), String.join("、", check.methods()));
  }

  /** Documents about him, to be opened beside the page. */
  List<Paper> papers(DebriefEntry entry) {
    List<Paper> papers = new ArrayList<>();
    for (String type : PAPERS) {
      paper(entry, type).ifPresent(found -> papers.add(new Paper(found.title(), found.id())));
    }
    return papers;
  }

  private Optional<DossierDocument> paper(DebriefEntry entry, String type) {
    return dossiers
        .find(DocumentKey.about(entry.caseId(), type, entry.personId()))
        .filter(DossierDocument::isFinal);
  }

  /** The same as one text, for the opinion (综合评价意见的依据). */
  String text(DebriefEntry entry, Opinion opinion, Optional<Composite> composite, String rating) {
    List<String> lines = new ArrayList<>();
    if (report(entry) == DebriefReports.State.MISSING) {
      lines.add(sentences.say("basis.noReport"));
    }
    lines.add(sentences.say("basis.rating", rating));
    comments
        .of(entry.caseId(), entry.entryId())
        .forEach(
            comment ->
                lines.add(
                    sentences.say(
                        "basis.comment",
                        comment.commentatorName(),
                        String.valueOf(comment.problems().size()))));
    checks
        .find(entry.entryId())
        .ifPresent(
            check ->
                lines.add(
                    sentences.say(
                        "basis.fieldCheck", seen(check), String.valueOf(check.problems().size()))));
    lines.add(sentences.say("basis.daily", opinion.daily()));
    composite
        .filter(found -> found.score() != null)
        .ifPresent(
            found -> lines.add(sentences.say("basis.composite", Points.text(found.score()))));
    return String.join("\n", lines);
  }

  /** A document of the case file. */
  public record Paper(String title, String documentId) {}
}
