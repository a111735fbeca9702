package org.dangwu.debriefing.session;

import java.util.List;
import org.dangwu.debriefing.DebriefComments;
import org.dangwu.rectification.FoundProblem;
import org.dangwu.rectification.ProblemSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the comments on a secretary ask him to put right, for his list (C11, C21). */
@Component("debriefCommentProblems")
@Order(0)
class CommentProblems implements ProblemSource {

  private final DebriefComments comments;

  CommentProblems(DebriefComments comments) {
    this.comments = comments;
  }

  /** Each problem that was pointed out, those of the superior's secretary first. */
  @Override
  public List<FoundProblem> problems(String caseId, String entryId) {
    return comments.of(caseId, entryId).stream()
        .flatMap(
            comment ->
                comment.problems().stream()
                    .map(
                        problem ->
                            new FoundProblem("点评意见（" + comment.commentatorName() + "）", problem)))
        .toList();
  }
}
