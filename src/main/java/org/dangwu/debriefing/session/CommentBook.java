package org.dangwu.debriefing.session;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dangwu.debriefing.DebriefComment;
import org.dangwu.debriefing.DebriefComments;
import org.dangwu.organization.People;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the comments on each debriefer as they are recorded (C11). */
@Component("debriefCommentBook")
class CommentBook implements DebriefComments {

  private final JdbcClient jdbc;
  private final People people;
  private final Clock clock;

  CommentBook(JdbcClient jdbc, People people, Clock clock) {
    this.jdbc = jdbc;
    this.people = people;
    this.clock = clock;
  }

  @Override
  public List<DebriefComment> of(String caseId, String entryId) {
    return jdbc.sql(
            "select * from debriefing_comment where case_id = ? and entry_id = ? order by position")
        .params(caseId, entryId)
        .query(
            (row, n) ->
                new DebriefComment(
                    row.getString("commentator"),
                    people.name(row.getString("commentator")),
                    row.getBoolean("by_secretary"),
                    row.getString("problems").lines().toList(),
                    row.getString("direction")))
        .list();
  }

  /** Entries on which the superior's secretary has pointed out something. */
  Set<String> commented(String caseId) {
    return jdbc
        .sql(
            "select entry_id from debriefing_comment where case_id = ? and by_secretary = true"
                + " and problems <> ''")
        .param(caseId)
        .query(String.class)
        .list()
        .stream()
        .collect(Collectors.toSet());
  }

  /** Replaces the comments on an entry. */
  @Transactional
  void write(String caseId, String entryId, List<DebriefComment> comments, String user) {
    jdbc.sql("delete from debriefing_comment where case_id = ? and entry_id = ?")
        .params(caseId, entryId)
        .update();
    for (int i = 0; i < comments.size(); i++) {
      DebriefComment comment = comments.get(i);
      jdbc.sql(
              "insert into debriefing_comment (case_id, entry_id, position, commentator,"
                  + " by_secretary, problems, direction, written_by, written_at)"
                  + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
          .params(
              caseId,
              entryId,
              i,
              comment.commentator(),
              comment.bySecretary(),
              String.join("\n", comment.problems()),
              comment.direction(),
              user,
              OffsetDateTime.now(clock))
          .update();
    }
  }
}
