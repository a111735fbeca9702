package org.dangwu.debriefing.session;

import java.util.List;
import java.util.Set;
import org.dangwu.debriefing.DebriefingProcess.Tasks;

/** The steps that the recorder goes through on one page. */
final class SessionSteps {

  /** In the order in which they come. */
  static final List<String> ALL =
      List.of(
          Tasks.HOLD_DEBRIEF,
          Tasks.RECORD_COMMENT,
          Tasks.HOLD_DEBRIEF_IN_TURN,
          Tasks.RECORD_COLLECTIVE_COMMENTS,
          Tasks.COMMENT_WRITTEN);

  static final Set<String> PAGE = Set.copyOf(ALL);

  private static final Set<String> COMMENTS =
      Set.of(Tasks.RECORD_COMMENT, Tasks.RECORD_COLLECTIVE_COMMENTS, Tasks.COMMENT_WRITTEN);

  private SessionSteps() {}

  static boolean comments(String element) {
    return COMMENTS.contains(element);
  }

  /** Whether the comments on all of them are recorded in one step. */
  static boolean all(String element) {
    return comments(element) && !element.equals(Tasks.RECORD_COMMENT);
  }
}
