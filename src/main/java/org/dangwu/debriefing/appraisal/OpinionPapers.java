package org.dangwu.debriefing.appraisal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.debriefing.SecretaryGrade;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.dossier.Dossiers;
import org.springframework.stereotype.Component;

/** The opinion on a secretary (综合评价意见, F-C6): as put forward, then as the committee settled it. */
@Component("debriefOpinionPapers")
class OpinionPapers {

  static final String PAPER = "evaluationOpinion";

  private final Basis basis;
  private final Dossiers dossiers;
  private final AppraisalSentences sentences;

  OpinionPapers(Basis basis, Dossiers dossiers, AppraisalSentences sentences) {
    this.basis = basis;
    this.dossiers = dossiers;
    this.sentences = sentences;
  }

  /**
   * @param ratings how all were rated, by entry, as words
   */
  void draft(
      DebriefEntry entry,
      Opinion opinion,
      Optional<Composite> advice,
      Map<String, String> ratings,
      String user) {
    Map<String, String> texts = texts(entry, opinion, opinion.grade(), advice, ratings);
    texts.put("decision", sentences.say("opinion.paper.proposed"));
    file(entry, texts, user);
  }

  /**
   * @param study the one that carried the grade
   */
  void settled(
      DebriefEntry entry,
      Opinion opinion,
      Study study,
      Optional<Composite> advice,
      Map<String, String> ratings,
      String user) {
    Map<String, String> texts = texts(entry, opinion, opinion.studied(), advice, ratings);
    String changed = study.on(entry.entryId()).map(Study.Vote::reason).orElse("");
    texts.put(
        "decision",
        sentences.say(
            changed.isEmpty() ? "opinion.paper.settled" : "opinion.paper.changed",
            study.heldOn().toString(),
            opinion.studied().label(),
            changed));
    file(entry, texts, user);
    dossiers.generate(key(entry), user);
  }

  private Map<String, String> texts(
      DebriefEntry entry,
      Opinion opinion,
      SecretaryGrade grade,
      Optional<Composite> advice,
      Map<String, String> ratings) {
    Map<String, String> texts = new HashMap<>();
    texts.put("achievements", opinion.achievements());
    texts.put("problems", opinion.problems());
    texts.put("grade", grade.label());
    texts.put(
        "basis",
        basis.text(
            entry, opinion, advice, ratings.getOrDefault(entry.entryId(), basis.notRated())));
    return texts;
  }

  /** A version that says nothing new is not filed. */
  private void file(DebriefEntry entry, Map<String, String> texts, String user) {
    boolean known =
        dossiers
            .find(key(entry))
            .filter(DossierDocument::isFinal)
            .map(found -> dossiers.read(found.id(), user))
            .filter(texts::equals)
            .isPresent();
    if (!known) {
      dossiers.file(key(entry), texts, user);
    }
  }

  private static DocumentKey key(DebriefEntry entry) {
    return DocumentKey.about(entry.caseId(), PAPER, entry.personId());
  }
}
