package org.dangwu.debriefing.preparation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.dangwu.debriefing.DebriefCommentNotes;
import org.dangwu.debriefing.desk.DebriefSentences;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what the superior prepares for his comments (C06); offers it when they are recorded. */
@Component
class CommentNoteBook implements DebriefCommentNotes {

  private final JdbcClient jdbc;
  private final DebriefSentences sentences;
  private final Clock clock;

  CommentNoteBook(JdbcClient jdbc, DebriefSentences sentences, Clock clock) {
    this.jdbc = jdbc;
    this.sentences = sentences;
    this.clock = clock;
  }

  @Override
  public List<Note> of(String caseId, String entryId) {
    String points = find(entryId).points();
    return points.isEmpty() ? List.of() : List.of(new Note(sentences.say("notes.source"), points));
  }

  CommentNote find(String entryId) {
    return jdbc.sql("select * from debriefing_comment_note where entry_id = ?")
        .param(entryId)
        .query(
            (row, number) ->
                new CommentNote(
                    row.getString("points"),
                    row.getInt("revision"),
                    row.getString("written_by"),
                    row.getObject("written_at", OffsetDateTime.class)))
        .optional()
        .orElse(CommentNote.NONE);
  }

  /**
   * @param seen revision that the writer saw
   * @return the new revision
   * @throws org.dangwu.engine.SubmissionRefused when somebody else wrote meanwhile
   */
  int save(String caseId, String entryId, String points, int seen, String user) {
    if (seen <= 0) {
      insert(caseId, entryId, points, user);
      return 1;
    }
    int changed =
        jdbc.sql(
                "update debriefing_comment_note set points = ?, revision = revision + 1, written_by"
                    + " = ?, written_at = ? where entry_id = ? and case_id = ? and revision = ?")
            .params(points, user, OffsetDateTime.now(clock), entryId, caseId, seen)
            .update();
    if (changed == 0) {
      throw sentences.refusal("notes.conflict");
    }
    return seen + 1;
  }

  private void insert(String caseId, String entryId, String points, String user) {
    try {
      jdbc.sql(
              "insert into debriefing_comment_note (entry_id, case_id, points, revision, written_by,"
                  + " written_at) values (?, ?, ?, 1, ?, ?)")
          .params(entryId, caseId, points, user, OffsetDateTime.now(clock))
          .update();
    } catch (DuplicateKeyException taken) {
      throw sentences.refusal("notes.conflict");
    }
  }
}
