package org.dangwu.debriefing.preparation;

import java.util.List;
import org.dangwu.debriefing.DebriefEntries;
import org.dangwu.debriefing.desk.DebriefSentences;
import org.dangwu.procedure.HomeLinks;
import org.springframework.stereotype.Component;

/** Leads those who prepare comments from the home page to their notes. */
@Component
class CommentNoteLinks implements HomeLinks {

  private final Preparers preparers;
  private final DebriefEntries entries;
  private final DebriefSentences sentences;

  CommentNoteLinks(Preparers preparers, DebriefEntries entries, DebriefSentences sentences) {
    this.preparers = preparers;
    this.entries = entries;
    this.sentences = sentences;
  }

  @Override
  public List<Link> linksFor(String userId) {
    return preparers.runs(userId).stream()
        .filter(run -> !entries.active(run.caseId()).isEmpty())
        .map(
            run ->
                new Link(
                    sentences.say("notes.link", run.organizationName(), String.valueOf(run.year())),
                    CommentNotesPage.path(run.caseId())))
        .toList();
  }
}
