package org.dangwu.debriefing.session;

import java.util.List;
import java.util.Optional;
import org.dangwu.debriefing.DebriefCommentNotes;
import org.dangwu.debriefing.DebriefCommentNotes.Note;
import org.dangwu.debriefing.DebriefEntry;
import org.dangwu.dossier.DocumentKey;
import org.dangwu.dossier.DossierDocument;
import org.dangwu.dossier.Dossiers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the recorder has before him while he records comments: the account, what was prepared. */
@Component("debriefCommentMaterial")
class CommentMaterial {

  private static final String REPORT = "debriefReport";

  private final ObjectProvider<DebriefCommentNotes> sources;
  private final Dossiers dossiers;

  CommentMaterial(ObjectProvider<DebriefCommentNotes> sources, Dossiers dossiers) {
    this.sources = sources;
    this.dossiers = dossiers;
  }

  List<Note> notes(DebriefEntry entry) {
    return sources
        .orderedStream()
        .flatMap(source -> source.of(entry.caseId(), entry.entryId()).stream())
        .filter(note -> !note.text().isBlank())
        .toList();
  }

  /** Id of his account as it was passed; whether the reader may open it the case file decides. */
  Optional<String> report(DebriefEntry entry) {
    return dossiers.versions(DocumentKey.about(entry.caseId(), REPORT, entry.personId())).stream()
        .filter(DossierDocument::isFinal)
        .reduce((earlier, later) -> later)
        .map(DossierDocument::id);
  }
}
