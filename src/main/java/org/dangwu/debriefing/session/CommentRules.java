package org.dangwu.debriefing.session;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dangwu.debriefing.DebriefComment;
import org.dangwu.debriefing.desk.DebriefSentences;
import org.springframework.stereotype.Component;

/** What comments on a debriefer must hold to (C11). */
@Component("debriefCommentRules")
class CommentRules {

  static final int LONGEST_PROBLEMS = 1500;
  static final int LONGEST_DIRECTION = 800;
  private static final int SHORTEST_PROBLEM = 4;

  /** All comments on one debriefer together, so that they fit into his document. */
  private static final int LONGEST_ALL = 7000;

  private final DebriefSentences sentences;

  CommentRules(DebriefSentences sentences) {
    this.sentences = sentences;
  }

  /**
   * What holds for a draft too.
   *
   * @param commentators who may comment
   * @throws org.dangwu.engine.SubmissionRefused with what to change
   */
  void checkTyped(List<DebriefComment> comments, Set<String> commentators) {
    Set<String> seen = new HashSet<>();
    for (DebriefComment comment : comments) {
      if (!commentators.contains(comment.commentator())) {
        throw sentences.refusal("comment.stranger");
      }
      if (!seen.add(comment.commentator())) {
        throw sentences.refusal("comment.twice", comment.commentatorName());
      }
      if (String.join("\n", comment.problems()).length() > LONGEST_PROBLEMS) {
        throw sentences.refusal("comment.problemsLong", LONGEST_PROBLEMS);
      }
      if (comment.direction().length() > LONGEST_DIRECTION) {
        throw sentences.refusal("comment.directionLong", LONGEST_DIRECTION);
      }
    }
    int all =
        comments.stream()
            .mapToInt(one -> String.join("\n", one.problems()).length() + one.direction().length())
            .sum();
    if (all > LONGEST_ALL) {
      throw sentences.refusal("comment.allLong", LONGEST_ALL);
    }
  }

  /**
   * What must be there before the meeting goes on: the superior's secretary points out at least one
   * problem to each.
   *
   * @param name of the debriefer
   * @throws org.dangwu.engine.SubmissionRefused with what is missing
   */
  void checkComplete(List<DebriefComment> comments, String name) {
    DebriefComment first =
        comments.stream()
            .filter(DebriefComment::bySecretary)
            .findFirst()
            .orElseThrow(() -> sentences.refusal("comment.missing", name));
    if (first.problems().isEmpty()) {
      throw sentences.refusal("comment.noProblem", name);
    }
    for (DebriefComment comment : comments) {
      for (String problem : comment.problems()) {
        if (problem.length() < SHORTEST_PROBLEM) {
          throw sentences.refusal("comment.problemShort", name, problem);
        }
      }
      if (comment.problems().isEmpty() && comment.direction().isEmpty()) {
        throw sentences.refusal("comment.empty", name, comment.commentatorName());
      }
    }
  }
}
