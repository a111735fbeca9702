package org.dangwu.debriefing.appraisal;

import java.util.HashMap;
import java.util.Map;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.Dossiers;
import org.springframework.stereotype.Component;

/** What a secretary is told of his own result (反馈单, C17); nobody else's stands in it. */
@Component("debriefResultNotes")
class ResultNotes {

  static final String PAPER = "resultNote";

  private final FeedbackBook feedbacks;
  private final Dossiers dossiers;
  private final AppraisalSentences sentences;

  ResultNotes(FeedbackBook feedbacks, Dossiers dossiers, AppraisalSentences sentences) {
    this.feedbacks = feedbacks;
    this.dossiers = dossiers;
    this.sentences = sentences;
  }

  void open(DebriefEntry entry, Opinion opinion, String user) {
    feedbacks.open(entry);
    dossiers.file(
        key(entry),
        Map.of(
            "grade",
            opinion.studied().label(),
            "comment",
            sentences.say("note.comment", opinion.achievements()),
            "problems",
            opinion.problems()),
        user);
  }

  /** Adds what he said to it; without a word of his the note stays as it is. */
  void answer(DebriefEntry entry, String statement) {
    if (!statement.isEmpty()) {
      Map<String, String> texts = new HashMap<>(read(entry));
      texts.put("statement", statement);
      dossiers.file(key(entry), texts, entry.personId());
    }
  }

  /** Empty while nothing is settled. Only for himself. */
  Map<String, String> read(DebriefEntry entry) {
    return dossiers
        .find(key(entry))
        .map(found -> dossiers.read(found.id(), entry.personId()))
        .orElse(Map.of());
  }

  private static DocumentKey key(DebriefEntry entry) {
    return DocumentKey.about(entry.caseId(), PAPER, entry.personId());
  }
}
